"""Numbers of files told by their own shape: letters with a long figure, a year with one."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding

_SHAPE = re.compile(
    # "Z2024-00871", "WL/2024/0871", "PL1500-2024088112"
    r"(?<![\w@./-])(?:[A-Z]{1,5}[-/.]?\d{2,6}[-/.]\d{3,}(?:[-/.]\d{1,6})?"
    r"|[A-Z]{1,5}[-/.](?:[A-Z]{1,5}[-/.])?\d{2,4}[-/.]\d{3,}"
    # "H-20391", "W88123"; a road has fewer figures
    r"|[A-Z]{1,4}[-/.]?\d{5,12}"
    # "2024-00871", but no season and no day
    r"|20[0-4]\d[-/.](?!(?:19|20)\d\d(?!\d))\d{4,9}(?![-/.]?\d)"
    # a parcel
    r"|3S[A-Z]{2,5}\d{7,12}"
    # a tax assessment: "1234.56.782.H.45"
    r"|\d{3,4}\.\d{2}\.\d{3}\.[A-Z]\.\d{2,4})(?![\w@]|[.,-]\d)"
)


def find(text: str) -> Found:
    """Numbers that nothing else is written like."""
    for match in _SHAPE.finditer(text):
        yield finding(Kind.CASENR, match.start(), match.end())
