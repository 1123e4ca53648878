"""Telephone numbers: Dutch ones in every spelling, foreign ones with a plus or 00."""

import re

import phonenumbers
from phonenumbers import NumberParseException

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.lexicon import NUMBER_WORD, NUMBER_WORDS

_GAP = r"[ ./()_*-]{0,4}"
_FIGURES = re.compile(rf"(?<![\w€.,+])(?:\+|[(]\+?)?[0-9o](?:{_GAP}[0-9o]){{6,15}}(?![0-9])", re.I)
# A day that begins with a nought is no area code: "03-02-1941", "06-12-1934 06-12345678".
_DATE = re.compile(
    r"(?<![\w.,/+-])(?:0[1-9]|[12]\d|3[01])(?P<gap>[-/. ]| - )(?:0?[1-9]|1[0-2])(?P=gap)"
    r"(?:1[89]\d\d|20[0-2]\d)(?![\w/]|[.,-]\d)"
)
# A local number without its area code only after a word that says it is one.
_AFTER_WORD = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|telnr|telnummer|mobiel|mob|gsm|nummer|bel|bellen|bereikbaar|"
    r"app|appen|whatsapp|06-?nummer)\b(?:[ .:=]|op|is|het|nummer|via|naar|met|nr){0,8}"
    rf"(?P<number>[0-9](?:{_GAP}[0-9]){{5,12}})(?![0-9])",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"(?<!\w)(?:plus|nul|0\d?)(?:[ ,.;-]{{1,3}}(?:{NUMBER_WORD}|\d{{1,3}})(?!\w)){{3,12}}",
    re.IGNORECASE,
)
_HALF_SPOKEN = re.compile(r"(?<!\w)nul ?(?:6|zes)(?:[ .-]{0,2}\d){8}(?!\d)", re.IGNORECASE)
_TOKEN = re.compile(r"\w+")
_DUTCH_DIGITS = 10
# Free and paid services are no one's number; neither are dates.
_SERVICE = ("0800", "0900", "0906", "0909")


def find(text: str) -> Found:
    """Telephone numbers, also in words ("nul zes twaalf ...") and with the letter O for nought."""
    for match in _FIGURES.finditer(_DATE.sub(lambda date: "x" * len(date.group()), text)):
        if _is_number(match.group()):
            lone = match.group().startswith("(") and ")" not in match.group()
            yield finding(Kind.PHONE, match.start() + lone, match.end())
    for match in _HALF_SPOKEN.finditer(text):
        yield finding(Kind.PHONE, match.start(), match.end())
    for match in _AFTER_WORD.finditer(text):
        if not _digits(match.group("number")).startswith(_SERVICE):
            yield finding(Kind.PHONE, match.start("number"), match.end("number"))
    for match in _SPOKEN.finditer(text):
        spoken = "".join(_figure(word) for word in _TOKEN.findall(match.group()))
        if spoken.startswith(("06", "316", "01", "02", "03", "04", "05", "07", "08")) and len(
            spoken
        ) in range(_DUTCH_DIGITS - 1, _DUTCH_DIGITS + 3):
            yield finding(Kind.PHONE, match.start(), match.end())


def _digits(written: str) -> str:
    return "".join("0" if c in "oO" else c for c in written if c.isascii() and c.isalnum())


def _figure(word: str) -> str:
    if word.isdigit():
        return word
    return str(NUMBER_WORDS.get(word.lower(), ""))


def _is_number(written: str) -> bool:
    """Whether figures that may be a telephone number can be one.

    A national number has ten digits and begins with one nought; others are asked of phonenumbers.
    """
    digits = _digits(written)
    if digits.startswith(_SERVICE) or digits[0] not in "0123456789":
        return False
    foreign = "+" in written or digits.startswith("00")
    if not foreign and not digits.startswith("0"):
        return digits.startswith("316") and len(digits) == _DUTCH_DIGITS + 1
    international = digits.removeprefix("00")
    number = f"+{_without_trunk(international)}" if foreign else digits
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number, "NL"))
    except NumberParseException:
        return False


def _without_trunk(international: str) -> str:
    """+31 (0)6 ... is written with the nought of the national number in it."""
    return f"31{international[3:]}" if international.startswith("310") else international
