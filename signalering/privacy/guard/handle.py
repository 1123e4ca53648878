"""Accounts on social media: @name, a user name after the name of a medium, or an odd word."""

import re

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.word_lists import word_lists

_AT_NAME = re.compile(r"(?<![\w@.])@ ?[\w][\w.-]{1,40}\b(?:@[\w-]+(?:\.[\w-]+)+)?")
_CALLED_MEDIUM = (
    r"insta|instagram|ig|snap|snapchat|tiktok|tik tok|twitter|facebook|fb|telegram|discord|"
    r"youtube|yt|"
    r"wechat|weixin|viber|bluesky|mastodon|reddit|twitch|linkedin|wordfeud|bereal|messenger"
)
MEDIUM = (
    rf"(?:{_CALLED_MEDIUM}|whatsapp|whatsap|threads|pinterest|steam|vk|kik|imo|line|strava|hyves|"
    r"vinted|marktplaats|roblox|fortnite|minecraft|xbox|playstation|psn|ps[45]|skype|badoo|tinder|"
    r"bumble|grindr|lexa|parship|(?:\d\d)?plus\w{0,6}|\w*dating\w*|onlyfans|tumblr|nextdoor|x|"
    r"signal)"
)
_ACCOUNT = (
    r"(?:account(?:naam)?|gebruikers?naam|username|user ?name|user|nick(?:name|naam)?|"
    r"profiel(?:naam)?|"
    r"inlog(?:naam)?|scherm ?naam|gamenaam|spelersnaam|gamer ?tag|handle|kanaal(?:naam)?|alias|"
    r"pagina)"
)
# What no ordinary word looks like: figures, underscores or dots inside.
_ODD = (
    r"(?!\d{1,4}(?:[.:,]\d{1,4})?(?:u|uur|x|e|ste|de|jr|j|min|km|kg|mg|ml|cm|wk|st)\b)"
    r"(?=[\w.-]*[a-z])(?=[\w.-]*(?:\d|_|[a-z]\.[a-z]|(?-i:[a-z][A-Z])))[a-z_\d][\w.-]{2,39}[\w]"
)
_BETWEEN = (
    r"(?: (?:account|acc|naam|naampje|id|profiel|heet|heten|is|staat|zit|actief|onder|als|van|op|"
    r"met|haar|zijn|z'n|mijn|hij|ze|zij|die|dat|te|vinden|vindbaar|bekend|de|het|gebruikt|noemt|"
    r"zich|"
    r"zichzelf|nu|ook|daar|er|nog|dus)){0,6}"
)
# After a medium a user name is what follows a colon or "account", or what no word looks like.
_NAMED = re.compile(
    rf"\b{MEDIUM}(?:[ -]?(?:accounts?|acc|naam|id))?{_BETWEEN}"
    rf"(?:(?: ?[:=] ?@?)['\"]?(?P<told>[\w][\w.#:-]{{2,40}})"
    rf"|[ (]{{1,2}}['\"]?(?P<odd>{_ODD}))(?!\w)"
    rf"|['\"]?(?<![\w.@/-])(?P<before>{_ODD})['\"]? (?:op |via |bij |in |\()(?:de |haar |"
    rf"zijn |d'r |z'n )?{MEDIUM}\b",
    re.IGNORECASE,
)
_ACCOUNTED = re.compile(
    rf"\b(?:(?:{MEDIUM}[ -]?)?{_ACCOUNT}|(?:{MEDIUM})-?(?:naam|account|profiel|kanaal|pagina))"
    r"(?P<link>(?: (?:is|was|heet|luidt|van|hem|haar|mw|op|hij|ze|dus|nu|daar|dochter|zoon|"
    r"kleinzoon|kleindochter)\b)*(?: ?[:=])? ?@?)"
    r"(?:(?P<quote>['\"])(?P<quoted>[^'\"\n]{2,40})(?P=quote)|"
    r"(?P<account>[\w][\w.#:-]{1,39}\w(?: \d{2,4}\b|(?-i: [A-Z][\w-]{2,20}))?))",
    re.IGNORECASE,
)
# "on insta she is called ...", "known on tiktok as ...": whatever word comes then.
_CALLED = re.compile(
    rf"\b(?:(?:{_CALLED_MEDIUM})(?: (?:bekend|actief|staat|zit|te vinden|vindbaar|heet|heten|"
    rf"noemt|hij|ze|"
    r"zij|zich|zichzelf|die|daar|er|is)){0,4} (?:als|onder(?: de naam)?|heet(?: (?:ze|hij|zij|"
    r"die|daar))?)"
    rf"|(?:haar|zijn|d'r|z'n|zn|mijn) (?:{_CALLED_MEDIUM}) (?:is|heet)"
    rf"|(?:{_CALLED_MEDIUM}) (?:is|heet)(?= \w+(?:[.,;)]|$))"
    rf"|(?:heet|noemt zich|staat) (?:daar )?op (?:{_CALLED_MEDIUM})) "
    r"['\"]?(?P<called>[^\W\d_][\w.-]{2,40}(?: [A-Z][\w-]{2,20})?)",
    re.IGNORECASE,
)
# "under kaskoning on twitch", "her instagram, kaskoning, ..."
_UNDER = re.compile(
    rf"\b(?:als|onder(?: de naam)?) ['\"]?(?P<under>[^\W\d_][\w.-]{{3,40}})['\"]?"
    rf" op (?:{_CALLED_MEDIUM})\b"
    rf"|\b(?:haar|zijn|d'r|z'n) (?:{_CALLED_MEDIUM}), (?P<beside>[^\W\d_][\w.-]{{3,40}}),",
    re.IGNORECASE,
)
# Whole names with their capitals, between quotes or brackets: 'facebook ("Tuin van Ria")'.
_NAMED_WHOLE = re.compile(
    rf"\b(?i:{_CALLED_MEDIUM})(?: (?:als|onder|heet|heet ze|heet hij|naam))?(?: ['\"]|:? ?\(['\"]?)"
    r"(?P<whole>[A-Z][\w'-]{1,20}(?: (?:van|de|der|het|den|[A-Z][\w'-]{1,20})){1,4})['\")]"
)
# Only accounts are written so; and where a medium is named, what has figures or dots inside too.
_TAGGED = re.compile(r"(?<![\w@./-])[^\W\d][\w.]{2,31}#\d{4,5}(?!\w)")
_UNDERSCORED = re.compile(
    r"(?<![\w@./-])(?=[\w.-]*[^\W\d_]{2})(?:[\w.-]*[^\W_]_+[^\W_][\w.-]*\b|"
    r"(?=[^\W_])[\w.]{3,}_(?!\w))"
    r"|(?<!\w)u/[\w-]{3,30}\b|(?<![\w#])[^\W\d_][\w.]{2,30}#\d{4}\b"
)
_SPOKEN_OF = re.compile(
    rf"\b(?:{_CALLED_MEDIUM}|dm|dms|dm't|account|profiel\w*|volgers?|online|gamet|gamen|"
    rf"username)\b",
    re.I,
)
_WITH_FIGURES = re.compile(
    r"(?<![\w@./:-])(?=[a-z]*[a-z]{3})[a-z]{3,}(?:[._-][a-z]*\d[a-z\d._-]*|\d{2,}[a-z\d._-]*|"
    r"\d[a-z]{2,}[\w.]*)\b(?!@)"
)
_DOTTED = re.compile(
    r"(?<![\w@./:-])(?P<left>[a-z]{2,20})\.(?P<right>[a-z]{1,20})(?:\.[a-z]+)*\b(?![@/])"
)
_NUMBERED_WORD = re.compile(r"[a-z]+(?=\d+\Z)")


_MEDIA = re.compile(rf"\b(?:{MEDIUM}|{_ACCOUNT})", re.IGNORECASE)
# Surely a name; the others are none if they are a word of the language.
_SURE = frozenset({"odd", "before", "quoted", "whole"})
_GROUPS = (*sorted(_SURE), "told", "account", "called", "under", "beside")


def find(text: str) -> Found:
    """Names of accounts."""
    for pattern in (_AT_NAME, _TAGGED, _UNDERSCORED):
        for match in pattern.finditer(text):
            yield finding(Kind.HANDLE, match.start(), match.end())
    if _MEDIA.search(text) is not None:
        yield from _named(text)
    if _SPOKEN_OF.search(text) is not None:
        yield from _odd_ones(text)


def _named(text: str) -> Found:
    """What stands beside the name of a medium, or beside "account" and its like."""
    for pattern in (_NAMED, _ACCOUNTED, _CALLED, _UNDER, _NAMED_WHOLE):
        for match in pattern.finditer(text):
            group = next(name for name in _GROUPS if match.groupdict().get(name))
            if group in _SURE or not _is_word(match.group(group).split()[0]):
                yield finding(Kind.HANDLE, match.start(group), match.end(group))


def _odd_ones(text: str) -> Found:
    words = word_lists().words
    for match in _WITH_FIGURES.finditer(text):
        numbered = _NUMBERED_WORD.match(match.group())
        if numbered is None or numbered.group() not in word_lists().known:
            yield finding(Kind.HANDLE, match.start(), match.end())
    for match in _DOTTED.finditer(text):
        unknown = match.group("left") not in words or match.group("right") not in words
        if unknown and len(match.group("left")) > len("mw"):
            yield finding(Kind.HANDLE, match.start(), match.end())


def _is_word(written: str) -> bool:
    """A word of the language: then the sentence only goes on."""
    word, lists = written.casefold(), word_lists()
    return word in lists.words and (word not in lists.first_names or word in lists.ordinary)
