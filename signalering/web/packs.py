"""The accountability pack in the language of the request."""

from datetime import date

from flask import Flask
from flask_babel import gettext

from signalering.domain.pack_lines import Coded, Line, Word
from signalering.web.language import label
from signalering.web.presenting import day


def install(app: Flask) -> None:
    """Give the templates the filters."""
    app.jinja_env.filters |= {"spoken": spoken, "spoken_line": spoken_line}


def spoken(word: Word) -> str:
    """A word of a line. A text that this release no longer has stays Dutch, as it was signed."""
    match word:
        case str():
            return word
        case date():
            return day(word)
        case Coded(code, listed):
            return _named(code, listed)
    told = str(gettext(word.text))
    if not word.values:
        return told
    try:
        return told % {name: spoken(value) for name, value in word.values}
    except (KeyError, TypeError, ValueError):
        # A text that somebody changed after it was signed: the page warns of it, and shows it.
        return word.text


def _named(code: str, listed: str) -> str:
    """What a code is called; the code itself where the list has gone, or has it no more."""
    try:
        return label(code, listed)
    except KeyError:
        return code


def spoken_line(line: Line) -> str:
    """All words of a line after each other."""
    return " · ".join(filter(None, map(spoken, line.words)))
