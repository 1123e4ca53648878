"""Accounts on social media: @name, or a user name after the name of a medium."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding

_AT_NAME = re.compile(r"(?<![\w@.])@[\w][\w.-]{1,40}\b")
_MEDIUM = (
    r"(?:insta|instagram|ig|snap|snapchat|tiktok|tik tok|twitter|facebook|fb|linkedin|telegram|"
    r"discord|youtube|yt|whatsapp|messenger|threads|bluesky|mastodon|reddit|twitch|pinterest|steam|"
    r"roblox|fortnite|xbox|playstation|psn|skype|badoo|tinder|x|signal)"
)
_ACCOUNT = (
    r"(?:account(?:naam)?|gebruikers?naam|username|user|nick(?:name)?|profiel(?:naam)?|inlognaam|"
    r"schermnaam|gamenaam|gamertag|handle)"
)
# What no ordinary word looks like: figures, underscores or dots inside.
_ODD = r"(?=[\w.-]*[a-z])(?=[\w.-]*(?:\d|_|[a-z]\.[a-z]))[a-z_\d][\w.-]{2,39}[\w]"
_BETWEEN = (
    r"(?: (?:account|naam|naampje|profiel|heet|heten|is|staat|zit|actief|onder|als|van|op|"
    r"met|haar|zijn|z'n|"
    r"hij|ze|zij|die|dat|te|vinden|vindbaar|bekend|de|het|gebruikt|noemt|zich|zichzelf|nu|ook)){0,5}"
)
# After a medium a user name is what follows a colon or "account", or what no word looks like.
_NAMED = re.compile(
    rf"\b{_MEDIUM}(?:-?(?:account|naam))?{_BETWEEN}"
    rf"(?:(?: ?[:=] ?)(?P<told>[\w][\w.-]{{2,40}})"
    rf"|[ (]{{1,2}}['\"]?(?P<odd>{_ODD}))(?!\w)"
    rf"|\b(?:{_MEDIUM} ?-?)?{_ACCOUNT}(?: (?:is|was|heet|luidt|van|hem|haar))?(?: ?[:=]| )"
    rf" ?['\"]?(?P<account>{_ODD})(?!\w)"
    rf"|['\"]?(?<![\w.@/-])(?P<before>{_ODD})['\"]? (?:op|via|bij|in) (?:de |haar |"
    rf"zijn )?{_MEDIUM}\b",
    re.IGNORECASE,
)


# Only accounts are written so; and where a medium is named, what has figures or dots inside too.
_UNDERSCORED = re.compile(r"(?<![\w@./-])(?=[\w.-]*[^\W\d_])[\w.-]*[^\W_]_[^\W_][\w.-]*\b")
_SPOKEN_OF = re.compile(
    r"\b(?:insta|instagram|snap|snapchat|tiktok|twitter|facebook|fb|telegram|discord|youtube)\b",
    re.I,
)
_WITH_FIGURES = re.compile(
    r"(?<![\w@./:-])(?=[a-z]*[a-z]{3})[a-z]{3,}(?:[._-][a-z]*\d[a-z\d._-]*|\d{2,}[a-z\d._-]*)\b(?!@)"
)


def find(text: str) -> Found:
    """Names of accounts."""
    for match in _AT_NAME.finditer(text):
        yield finding(Kind.HANDLE, match.start(), match.end())
    for match in _NAMED.finditer(text):
        group = next(name for name, held in match.groupdict().items() if held is not None)
        yield finding(Kind.HANDLE, match.start(group), match.end(group))
    for match in _UNDERSCORED.finditer(text):
        yield finding(Kind.HANDLE, match.start(), match.end())
    if _SPOKEN_OF.search(text):
        for match in _WITH_FIGURES.finditer(text):
            yield finding(Kind.HANDLE, match.start(), match.end())
