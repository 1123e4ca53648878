"""Sentences of a report: a statement's text with its published figures. Nothing else is reckoned.

The same on pages and in the newsletter, which is written where there is no page.
"""

from collections.abc import Callable, Sequence

from signalering.domain.texts import N_
from signalering.domain.views.statistics.published import Figure, Label
from signalering.domain.views.statistics.report import Named, Said, Statement

Translate = Callable[[str], str]

_AND, _OR = N_("en"), N_("of")
_SHARE = N_("ongeveer %(percent)s%%")
_OF_ALL = N_("Dat is %(share)s van alle signalen.")
_QUARTER = N_("het %(part)se kwartaal van %(year)s")
_HALVES = {
    "1": N_("de eerste helft van %(year)s"),
    "2": N_("de tweede helft van %(year)s"),
}
_YEAR = N_("heel %(year)s")


def in_period(code: str, translate: Translate) -> str:
    """A period with its article, as it stands in a sentence."""
    year, kind, part = code[:4], code[4:5], code[5:]
    if kind == "Q":
        return translate(_QUARTER) % {"part": part, "year": year}
    if kind == "H":
        return translate(_HALVES[part]) % {"year": year}
    return translate(_YEAR) % {"year": year}


def figure_said(held: Figure, translate: Translate) -> str:
    """A published figure as it is worded."""
    return translate(held.text) % {"figure": held.figure}


def share_said(percent: int, translate: Translate) -> str:
    """A share in steps of five."""
    return translate(_SHARE) % {"percent": percent}


def name_of(label: Label, language: str) -> str:
    """A class as it was named when the plan was made."""
    return label.en if language == "en" else label.nl


def sentence(said: Statement, language: str, translate: Translate) -> str:
    """One statement, in words."""
    last = translate(_OR if said.kind is Said.MIDDLE_ONE_OF else _AND)
    text = translate(said.text) % {
        "first": figure_said(said.first, translate) if said.first else "",
        "second": figure_said(said.second, translate) if said.second else "",
        "names": _joined([_named(one, language, translate) for one in said.named], last),
        "period": in_period(said.period, translate) if said.period else "",
    }
    if said.percent is None:
        return text
    return f"{text} {translate(_OF_ALL) % {'share': share_said(said.percent, translate)}}"


def story(said: Sequence[Statement], language: str, translate: Translate) -> str:
    """Statements one after another."""
    return " ".join(sentence(one, language, translate) for one in said)


def _named(one: Named, language: str, translate: Translate) -> str:
    """A class with its figure; one without a figure stands between quotation marks."""
    name = name_of(one.label, language)
    if one.figure is None:
        return f'"{name}"'
    figure = figure_said(one.figure, translate)
    share = "" if one.percent is None else f", {share_said(one.percent, translate)}"
    return f"{name} ({figure}{share})"


def _joined(names: Sequence[str], last: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
