"""Know one's own secrets again: a one-way mark of each stands in the keystore.

A wrong FIGURES_KEY would round next year's figures with other offsets, a wrong LOOKUP_KEY would
find no card: better not to start.
"""

import hashlib
import hmac

from signalering.config import Settings
from signalering.models.keys.installation import SecretMark
from signalering.services.work import Work
from signalering.vault.derivation import derive_key


def _marks(settings: Settings) -> dict[str, bytes]:
    return {
        "FIGURES_KEY": derive_key(settings.figures_key, "mark", "v1"),
        "LOOKUP_KEY": derive_key(settings.lookup_key, "mark", "v1"),
    }


def whose(settings: Settings) -> str:
    """Sixteen characters by which an installation's copies are known; of its marks, no secret."""
    marks = _marks(settings)
    return hashlib.sha256(b"".join(marks[name] for name in sorted(marks))).hexdigest()[:16]


def write_marks(work: Work) -> None:
    """Remember this installation's secrets by their marks."""
    for name, mark in _marks(work.settings).items():
        work.keys.add(SecretMark(name=name, mark=mark))


def wrong_secrets(work: Work) -> list[str]:
    """Names of the secrets that are not this installation's own."""
    wrong = []
    for name, mark in _marks(work.settings).items():
        row = work.keys.get(SecretMark, name)
        if row is None or not hmac.compare_digest(row.mark, mark):
            wrong.append(name)
    return wrong
