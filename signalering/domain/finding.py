"""How a resident is looked for: what a typed text may be, and how the two are compared.

Pure rules; where names and numbers are kept for it is the services' affair.
"""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

from signalering.domain.references import read_references

LONGEST = 200
WORDS = re.compile(r"[^\W_]+")
# As people write numbers, one after the other; a slash inside belongs to the number.
NUMBERS = re.compile(r"\+?\(?\d(?:[\d().\-\u2010-\u2015/]| (?=[\d().\-\u2010-\u2015]))*")
PHONE_SIGNS = re.compile(r"[\d\s+().\-\u2010-\u2015/]+")
POSTCODE = re.compile(r"\b([1-9]\d{3}) ?([a-z]{2})\b")
FLAT = re.compile(r"\b(\d{1,4}) ([a-z])\b")
FEWEST_LETTERS = 2
FEWEST_DIGITS = 4
FEWEST_OF_MAIL = 3
HOME = "31"
ABROAD = "00"
# A number at home has nine digits behind its zero.
AT_HOME = 9

# What streets end in; first what surnames hardly end in.
SURELY = r"straat|laan|weg|plein|kade|singel|gracht|steeg|dreef|plantsoen"
SURELY_STREET = re.compile(rf"(?P<stem>.*?)(?:{SURELY})")
STREET = re.compile(
    rf"(?P<stem>.*?)(?:{SURELY}|dijk|hof|pad|baan|park|ring|hoeve|erf|oord|wal|markt|zoom)"
)
# Words of streets that people shorten, and what they stand for.
LONG_FOR = {
    "burg": "burgemeester",
    "dr": "dokter",
    "ds": "dominee",
    "kon": "koningin",
    "past": "pastoor",
    "pr": "prins",
    "prof": "professor",
    "st": "sint",
}
SHORTENED = "str"
UNSAID = frozenset(("de", "het", "den", "der", "van", "aan", "nr", "no", "nummer", "huisnummer"))


class SearchKind(StrEnum):
    """What somebody is looked for by."""

    REFERENCE = "reference"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    NAME = "name"


def readings(text: str) -> tuple[SearchKind, ...]:
    """What this text may be, the likeliest first; nothing when it is too little for any search."""
    found: list[SearchKind] = []
    if read_references(text):
        found.append(SearchKind.REFERENCE)
    folded = fold(text)
    if "@" in text:
        found.append(SearchKind.EMAIL)
    elif PHONE_SIGNS.fullmatch(text):
        found.append(SearchKind.PHONE)
        if re.fullmatch(r"\d{4}", folded):
            found.append(SearchKind.ADDRESS)
    elif any(sign.isdigit() for sign in folded) or is_street(folded):
        found += [SearchKind.ADDRESS, SearchKind.NAME, SearchKind.EMAIL]
    else:
        found += [SearchKind.NAME, SearchKind.ADDRESS, SearchKind.EMAIL]
    return tuple(kind for kind in found if is_enough(kind, text))


def is_enough(kind: SearchKind, text: str) -> bool:
    """Whether so little still tells people apart."""
    if kind is SearchKind.REFERENCE:
        return bool(read_references(text))
    if kind is SearchKind.PHONE:
        return len(_digits(text)) >= FEWEST_DIGITS
    if kind is SearchKind.EMAIL:
        return len(fold(text)) >= FEWEST_OF_MAIL and " " not in text
    if kind is SearchKind.ADDRESS:
        return any(len(word) > FEWEST_LETTERS for word in address_words(text))
    return sum(sign.isalpha() for sign in fold(text)) >= FEWEST_LETTERS


def fold(text: str) -> str:
    """As words are compared: no accents, no case, no signs between them."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(WORDS.findall(text.casefold()))


def fold_mail(text: str) -> str:
    """As addresses of e-mail are compared."""
    return text.strip().casefold()


def phone_numbers(text: str) -> tuple[str, ...]:
    """Every number in a line of details, as `phone_number` has them."""
    plain = _plain_digits(text)
    return tuple(
        number
        for part in re.split(r"\s+/\s+|[,;]", plain)
        for found in NUMBERS.findall(part)
        if len(number := phone_number(found)) >= FEWEST_DIGITS
    )


def phone_number(text: str) -> str:
    """The digits behind the country's zero, however it is spelled: 06-, +31 6, 0031 (0)6.

    A number abroad keeps its country's digits. Source: the Dutch numbering plan (nine digits
    behind the zero) and ITU-T E.123 for the spelling.
    """
    digits = _digits(text)
    called = digits.removeprefix(ABROAD)
    abroad = called != digits or text.strip().startswith(("+", "(+"))
    if called.startswith(HOME) and (abroad or len(digits) == len(HOME) + AT_HOME):
        return called.removeprefix(HOME).removeprefix("0")
    return called if abroad else digits.removeprefix("0")


def likeness_of_phone(typed: str) -> Callable[[str], int]:
    """Of 100, for each number: the same, or its last digits, or its first, typed with a zero."""
    wanted, digits = phone_number(typed), _digits(typed)
    begins = wanted != digits and len(wanted) >= FEWEST_DIGITS - 1

    def likeness(number: str) -> int:
        if number == wanted:
            return 100
        if number.endswith(digits):
            return 90
        return 80 if begins and number.startswith(wanted) else 0

    return likeness


def address_words(text: str) -> tuple[str, ...]:
    """A street's words, number and postcode as they are compared: "Kerk str." is kerkstraat."""
    words: list[str] = []
    for written in FLAT.sub(r"\1\2", POSTCODE.sub(r"\1\2", fold(text))).split():
        word = LONG_FOR.get(written, written)
        if word == SHORTENED or (word.endswith(SHORTENED) and len(word) > len(SHORTENED) + 2):
            word += "aat"
        if words and words[-1].isalpha() and _stem(STREET, word) == "":
            words[-1] += word
        elif word not in UNSAID:
            words.append(word)
    return tuple(words)


def is_street(folded: str) -> bool:
    """Whether a word of this is or ends as streets do; of "van der Laan" none does."""
    words = folded.split()
    return any(
        _stem(SURELY_STREET, word) or (_stem(SURELY_STREET, word) == "" and before not in UNSAID)
        for before, word in zip(["de", *words], words, strict=False)
    )


def stem_of(word: str) -> str:
    """A street without what many streets share: kerk of kerkstraat."""
    stem = _stem(STREET, word) or ""
    return stem if len(stem) >= FEWEST_LETTERS else word


def _stem(pattern: re.Pattern[str], word: str) -> str | None:
    """What stands before a street's end; nothing for the end alone, None where it has none."""
    found = pattern.fullmatch(word)
    return found["stem"] if found else None


def is_number(word: str) -> bool:
    """Whether this is a house number or a postcode, where the next one is another place."""
    return word[:1].isdigit()


def likeness_of_number(word: str, typed: str) -> int:
    """Of 100: the same; or the same digits with letters behind them, as of a flat or a postcode."""
    if word == typed:
        return 100
    rest = word.removeprefix(typed)
    return 90 if typed.isdigit() and rest != word and rest.isalpha() else 0


def _digits(text: str) -> str:
    return "".join(sign for sign in _plain_digits(text) if sign in "0123456789")


def _plain_digits(text: str) -> str:
    """Digits of any script as ours."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(s)) if s.isdecimal() else s for s in text)
