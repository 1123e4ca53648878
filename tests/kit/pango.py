"""Whether this machine can draw a PDF; where it must, a lack of it is a failure."""

import os

import pytest

from kit.chromium import REQUIRED
from signalering.web import pdf


def need_pango() -> None:
    """Skip by name, or fail if it is required."""
    if pdf.available():
        return
    missing = "pango is not there: install Debian's libpangoft2-1.0-0 to test the PDF"
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{missing} ({REQUIRED}=1)", pytrace=False)
    pytest.skip(missing)
