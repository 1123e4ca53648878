"""The demonstration's own settings: random secrets, loopback, nothing to be proud of."""

import base64
import os
import secrets
from pathlib import Path

from signalering.config import SECRET_BYTES, SECRETS

PRIVATE = 0o600


def settings_text() -> str:
    """As settings.env has it."""
    lines = [
        "# Made for the demonstration.",
        "INSTALLATION_NAME=Gemeente Westland",
        "TEAM_PHONE=0174 00 00 00",
        "TEAM_HOURS=ma t/m vr, 9-12 uur",
        "TEAM_VISIT=elke dinsdag van 10 tot 12 uur in het wijkcentrum, Voorbeeldstraat 1",
        "PUBLIC_URL=http://localhost:8000",
    ]
    for name in SECRETS:
        lines.append(f"{name}={base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()}")
    return "\n".join([*lines, ""])


def write_private(path: Path, text: str) -> None:
    """A file that is the owner's alone from its first moment."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
