"""Words that occur nowhere else, and a search for them in any dress they could wear."""

import base64
import binascii
import hashlib
import html
import json
import quopri
import re
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, quote_plus

# No names, no vowels that make a word: the guard on free text has nothing to find in it.
LETTERS = "bcdfghjklmnpqrstvwxz"
STREAM = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}")
LARGEST_STREAM = 1 << 20
DEEPEST = 3


@dataclass(frozen=True)
class Sighting:
    """A canary that was seen, and in which dress."""

    label: str
    dress: str


def word(label: str) -> str:
    """A made-up word of its own for each label, with a letter that no two encodings write alike."""
    digest = hashlib.sha256(label.encode()).digest()
    return "kwinkeleër" + "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:10])


def digits(label: str) -> str:
    """Eight digits of its own for each label."""
    return f"{int.from_bytes(hashlib.sha256(label.encode()).digest()[:8], 'big') % 10**8:08d}"


def sightings(haystack: bytes, canaries: Mapping[str, str]) -> set[Sighting]:
    """Every canary (label -> text) that these bytes hold: in clear, encoded or compressed."""
    seen = set()
    for layer, depth in _layers(haystack, 0):
        for label, text in canaries.items():
            for needle, dress in _needles(text):
                if needle in layer:
                    seen.add(Sighting(label, dress if not depth else f"{dress} in {depth}"))
    return seen


def _layers(data: bytes, depth: int, how: str = "") -> Iterator[tuple[bytes, str]]:
    """The bytes, and what compressed streams and base64 in them hold."""
    yield data, how
    if depth == DEEPEST:
        return
    for found in STREAM.finditer(data):
        inner = _inflated(data[found.start() :])
        if len(inner) > 4:
            yield from _layers(inner, depth + 1, f"{how} zlib")
    for found in BASE64.finditer(data):
        inner = _decoded(found[0])
        # What base64 hides as such is among the needles; here it matters what was compressed.
        if STREAM.match(inner):
            yield from _layers(inner, depth + 1, f"{how} base64")


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(47).decompress(data, LARGEST_STREAM)
    except zlib.error:
        return b""


def _decoded(run: bytes) -> bytes:
    whole = run.translate(bytes.maketrans(b"-_", b"+/"))[: len(run) // 4 * 4]
    try:
        return base64.b64decode(whole)
    except binascii.Error:
        return b""


@cache
def _needles(text: str) -> tuple[tuple[bytes, str], ...]:
    cases = {text, text.lower(), text.upper(), text.capitalize()}
    forms = {unicodedata.normalize(form, case) for case in cases for form in ("NFC", "NFD")}
    return tuple(dict.fromkeys(needle for form in sorted(forms) for needle in _dresses(form)))


def _dresses(text: str) -> Iterator[tuple[bytes, str]]:
    for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1"):
        try:
            plain = text.encode(name)
        except UnicodeEncodeError:
            continue
        yield plain, name
        yield plain.hex().encode(), f"hex of {name}"
        yield plain.hex().upper().encode(), f"hex of {name}"
        for needle in _base64_needles(plain):
            yield needle, f"base64 of {name}"
            yield needle.translate(bytes.maketrans(b"+/", b"-_")), f"base64 of {name}"
    for name in ("utf-8", "latin-1"):
        for quoted in (
            quote(text, safe="", encoding=name, errors="replace"),
            quote_plus(text, encoding=name, errors="replace"),
        ):
            yield quoted.encode(), f"url of {name}"
            yield re.sub("%..", lambda sign: sign[0].lower(), quoted).encode(), f"url of {name}"
    yield json.dumps(text)[1:-1].encode(), "json"
    yield repr(text.encode())[2:-1].encode(), "repr"
    yield text.encode("ascii", "xmlcharrefreplace"), "html"
    yield html.escape(text).encode(), "html"
    yield quopri.encodestring(text.encode()).rstrip(b"=\n"), "quoted-printable"


def _base64_needles(plain: bytes) -> Iterator[bytes]:
    """The letters that don't depend on what stands around it, for each of three offsets."""
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + plain)
        start = -(-offset * 4 // 3)
        end = (offset + len(plain)) * 4 // 3
        yield encoded[start:end]
