"""Which parts of the library of ciphers are used: no mode, curve or hash beside these."""

import ast

from tests.contracts.tree import PACKAGE, python_files

USED = frozenset(
    {
        "exceptions.InvalidTag",
        "exceptions.UnsupportedAlgorithm",
        "hazmat.primitives.asymmetric.mlkem.MLKEM768PrivateKey",
        "hazmat.primitives.asymmetric.mlkem.MLKEM768PublicKey",
        "hazmat.primitives.asymmetric.x25519.X25519PrivateKey",
        "hazmat.primitives.asymmetric.x25519.X25519PublicKey",
        "hazmat.primitives.ciphers.aead.AESGCM",
        # Authenticator apps know no other (RFC 6238, 1.2).
        "hazmat.primitives.hashes.SHA1",
        "hazmat.primitives.hashes.SHA256",
        "hazmat.primitives.hpke.AEAD",
        "hazmat.primitives.hpke.KDF",
        "hazmat.primitives.hpke.KEM",
        "hazmat.primitives.hpke.MLKEM768X25519PrivateKey",
        "hazmat.primitives.hpke.MLKEM768X25519PublicKey",
        "hazmat.primitives.hpke.Suite",
        "hazmat.primitives.kdf.argon2.Argon2id",
        "hazmat.primitives.kdf.hkdf.HKDF",
        "hazmat.primitives.twofactor.totp.TOTP",
    }
)


def test_no_other_part_is_used() -> None:
    found = set()
    for path in python_files(PACKAGE):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cryptography"):
                within = (node.module or "").partition(".")[2]
                found |= {f"{within}.{one.name}" for one in node.names}
            elif isinstance(node, ast.Import):
                assert not [one for one in node.names if one.name.startswith("cryptography")]
    assert found == USED
