"""What a program asks for behind the question mark: taken as it is meant, or refused by name."""

import re
from collections.abc import Collection

from werkzeug.datastructures import MultiDict

from signalering.domain.errors import InvalidInput
from signalering.domain.text import clean_line
from signalering.web.paging import LAST_PAGE

LONGEST_NAME = 60
# What names are written with; neither control characters nor what turns the reading direction.
WRITTEN = r"^[ -~\u00a1-\u2027\u202f-\u2065\u206a-\ud7ff]*$"
Values = MultiDict[str, str]


def check_names(values: Values, known: Collection[str]) -> None:
    """Raise InvalidInput for a name that means nothing here, or stands there twice."""
    for name in values:
        # Named by its place alone: what somebody else typed is not told again.
        if name not in known:
            raise InvalidInput("", "api_unknown_name")
        if len(values.getlist(name)) > 1:
            raise InvalidInput(name, "api_unknown_name")


def code_of(values: Values, name: str, codes: Collection[str]) -> str:
    """The code that was asked for; empty where none was. Raises InvalidInput for a foreign one."""
    code = values.get(name)
    if code is None:
        return ""
    if code not in codes:
        raise InvalidInput(name, "unknown_code")
    return code


def line_of(values: Values, name: str) -> str:
    """A line of text. Raises InvalidInput for what can't be taken."""
    text = values.get(name, "")
    if not re.fullmatch(WRITTEN, text):
        raise InvalidInput(name, "control_character")
    if len(text) > LONGEST_NAME:
        raise InvalidInput(name, "too_long", limit=str(LONGEST_NAME))
    return clean_line(text, LONGEST_NAME, field=name)


def page_of(values: Values) -> int:
    """The page, from 1. Raises InvalidInput for what is none."""
    text = values.get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) < 7 and 1 <= int(text) <= LAST_PAGE):
        raise InvalidInput("page", "api_page")
    return int(text)
