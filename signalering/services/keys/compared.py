"""A public key, compared by phone before anything is sealed to it.

The page shows a fingerprint without its last group. Whoever calls reads nothing out: the other
side does, and what was heard is typed, so nobody clicks through.
"""

from uuid import UUID

from signalering.domain.errors import InvalidInput
from signalering.services.keys.groups import public_key_of
from signalering.services.work import Work
from signalering.vault.groups import fingerprint


def shown_of(public: bytes) -> str:
    """The fingerprint without its last group."""
    return fingerprint(public).rpartition(" ")[0]


def compared(work: Work, account_id: UUID, shown: str, heard: str) -> bytes:
    """The account's public key, when it is the one that was compared.

    Raises InvalidInput when there is none, when it is another than the page showed (somebody
    changed it meanwhile), or when the last group is not what was heard.
    """
    public = public_key_of(work, account_id)
    if public is None:
        raise InvalidInput("account", "no_key_pair")
    if shown_of(public) != shown:
        raise InvalidInput("heard", "key_changed_meanwhile")
    if "".join(heard.split()) != fingerprint(public).rpartition(" ")[2]:
        raise InvalidInput("heard", "fingerprint_differs")
    return public
