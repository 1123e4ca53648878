"""Accounts on social media: @name, or a user name after the name of a medium."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding

_AT_NAME = re.compile(r"(?<![\w@.])@[\w][\w.-]{1,40}\b")
_MEDIUM = (
    r"(?:insta|instagram|snap|snapchat|tiktok|twitter|facebook|fb|linkedin|telegram|discord|"
    r"youtube|whatsapp|x|signal)"
)
# After a medium a user name is what follows a colon or "account", or what no word looks like.
_NAMED = re.compile(
    rf"\b{_MEDIUM}(?:-?(?:account|naam))?(?: (?:account|naam|heet|is|onder|als|van|op))?"
    r"(?:(?: ?[:=] ?)(?P<told>[\w][\w.-]{2,40})"
    r"| (?P<odd>(?=[\w.-]*[a-z])(?=[\w.-]*[\d_])[a-z][\w.-]{3,40}))\b",
    re.IGNORECASE,
)


def find(text: str) -> Found:
    """Names of accounts."""
    for match in _AT_NAME.finditer(text):
        yield finding(Kind.HANDLE, match.start(), match.end())
    for match in _NAMED.finditer(text):
        group = "told" if match.group("told") else "odd"
        yield finding(Kind.HANDLE, match.start(group), match.end(group))
