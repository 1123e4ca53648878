"""What every template may use: filters, navigation, messages."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from flask import Flask, Response, get_flashed_messages, request, session, url_for
from flask_babel import format_date, format_decimal, get_locale, gettext
from jinja2 import pass_context
from jinja2.runtime import Context

from signalering.domain.access import ENDPOINTS, Permission, allowed
from signalering.domain.clock import AMSTERDAM
from signalering.domain.figure_tables import name_of
from signalering.domain.help_lines import dialled
from signalering.domain.report_sentences import in_period, sentence
from signalering.domain.states import Hat
from signalering.domain.texts import N_
from signalering.domain.views.keys.coverage import KeyNoticeKind
from signalering.domain.views.public.info import SiteLink
from signalering.domain.views.statistics.report import Statement
from signalering.services.public.chapter import chapter_of
from signalering.services.public.info import menu
from signalering.web import messages
from signalering.web.around import around
from signalering.web.context import house
from signalering.web.first_visit import shows_guide, steps_to_do
from signalering.web.language import (
    CARD_PAGES,
    is_switched_by_link,
    label,
    labels,
    language,
    moment_name,
)
from signalering.web.notices import notices
from signalering.web.outbox import mail_label
from signalering.web.paths import addressing
from signalering.web.rules import rules
from signalering.web.undoing import offered
from signalering.web.visitor import current_visitor, seconds_left
from signalering.web.waiting import waiting

# In this order; who may not go there doesn't see it.
NAVIGATION: tuple[tuple[str, str], ...] = (
    ("cases.today", N_("Vandaag")),
    ("signals.log", N_("Signaal melden")),
    ("signals.mine", N_("Mijn signalen")),
    ("training.course", N_("Training")),
    ("signals.inbox", N_("Inbox")),
    ("public.card", N_("Contactkaart")),
    ("cases.list", N_("Dossiers")),
    ("directory.list", N_("Initiatieven")),
    ("statistics.overview", N_("Cijfers")),
    ("accounts.list", N_("Accounts")),
    ("partners.list", N_("Partners")),
    ("training.sessions", N_("Trainingen")),
    ("signals.print_cards", N_("Contactkaarten")),
    ("statistics.open_data_keys", N_("Open data")),
    ("network.meetings", N_("Bijeenkomsten")),
    ("network.mail", N_("Mail")),
    ("network.issues", N_("Nieuwsbrief")),
    ("settings.overview", N_("Instellingen")),
    ("settings.state", N_("Toestand")),
    ("audit.trail", N_("Logboek")),
    ("retention.overview", N_("Bewaren en wissen")),
    ("audit.pack", N_("Verantwoording")),
    ("keys.holders", N_("Sleutelhouders")),
    ("keys.waiting", N_("Sleutels")),
)

# With `g` before it, a key that leads to a page of the menu.
KEYS = {"cases.today": "v", "signals.inbox": "i", "cases.list": "d"}

# Open to everybody, and in the menu of who helps a resident with it.
GOES_WITH = {"public.card": Permission.TRIAGE}
# Open to coordinators as well, who need it seldom: their menu is long enough.
LEFT_OUT = {("training.course", Hat.COORDINATOR)}

# Controls other than line ends and tabs, and what Unicode says is no character (HTML, 13.2.3.5).
NO_CHARACTERS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
UNPRINTABLE = re.compile(f"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{NO_CHARACTERS}]")

# In bytes: such controls, and what the others begin with. More begins with it, so then one looks.
CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\f\r"})
LEADING = (b"\xc2", b"\xef", *(bytes([lead]) for lead in range(0xF0, 0xF5)))


def install(app: Flask) -> None:
    """Register filters and context."""
    app.jinja_env.filters |= {
        "table_name": name_of,
        "day": day,
        "month": month,
        "moment": moment,
        "moment_name": moment_name,
        "number": number,
        "label": labelled,
        "dialled": dialled,
        "sentence": said,
        "in_period": period_said,
    }
    # A macro that is imported without its page's context needs them too.
    app.jinja_env.globals["periods"] = lambda: rules().periods
    app.jinja_env.globals["help_lines"] = lambda: rules().help_lines
    app.jinja_env.globals["team_phone"] = lambda: rules().team_phone
    app.jinja_env.globals["team_hours"] = lambda: rules().team_hours
    app.jinja_env.globals["team_visit"] = lambda: rules().team_visit
    app.jinja_env.globals |= {"site_menu": _site_menu, "labels": labels, "addressing": addressing}
    app.context_processor(_context)
    app.after_request(printable)


def printable(response: Response) -> Response:
    """Marks signs that HTML has no place for; what was typed comes back, and may hold them."""
    if response.mimetype == "text/html" and not response.direct_passthrough:
        data = response.get_data()
        if data == data.translate(None, CONTROLS) and not any(one in data for one in LEADING):
            return response  # as nearly every page: looked through at once
        text = response.get_data(as_text=True)
        if UNPRINTABLE.search(text):
            response.set_data(UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text))
    return response


def day(value: date) -> str:
    """`ma 23 november 2026`."""
    return _day(value, str(get_locale()))


@lru_cache(maxsize=1000)
def _day(value: date, spoken: str) -> str:
    """In the language of this request, which is `spoken`: a list has some days over and over."""
    del spoken
    return str(format_date(value, "EEE d MMMM y")).replace(".", "", 1)


def said(statement: Statement) -> str:
    """A sentence of a report."""
    return sentence(statement, language(), gettext)


@pass_context
def period_said(context: Context, code: str) -> str:
    """A period with its article. Asked with each page, as a label is."""
    del context
    return in_period(code, gettext)


def month(value: date) -> str:
    """`november 2026`."""
    return str(format_date(value, "MMMM y"))


def moment(value: datetime) -> str:
    """A day with the time in Amsterdam, for what staff did: `ma 23 november 2026 10:30`."""
    local = value.astimezone(AMSTERDAM)
    return f"{day(local.date())} {local:%H:%M}"


@pass_context
def labelled(context: Context, code: str | None, name: str) -> str:
    """The label of a code. Asked with each page: that of a code written in a template, too, which

    would otherwise be reckoned once, in the language of whoever came first.
    """
    del context
    return label(code, name)


def number(value: int) -> str:
    """In the notation of the language."""
    return str(format_decimal(value))


def _context() -> dict[str, Any]:
    settings = house().settings
    with around() as work:
        about_keys = notices(work)
        steps, for_you = steps_to_do(work, about_keys), waiting(work)
    return {
        "language": language(),
        "switched_by_link": is_switched_by_link(),
        "installation_name": settings.installation_name,
        "demonstration": settings.demonstration,
        "navigation": _navigation(),
        "explained_in": _chapter(),
        "lock": _lock(),
        "messages": _messages(),
        "undo": offered(),
        "key_notices": about_keys,
        "shows_guide": shows_guide(),
        "steps_to_do": steps,
        "for_you": for_you,
        "lacks_key": any(one.kind is KeyNoticeKind.KEY_NOT_GRANTED for one in about_keys),
    }


def _chapter() -> str | None:
    """What explains this page, for who works with it: a resident with a card gets no manual."""
    endpoint = request.endpoint or ""
    if current_visitor() is None and endpoint in CARD_PAGES:
        return None
    return chapter_of(house().settings.instance, endpoint, language())


def _lock() -> dict[str, Any] | None:
    """When this page locks if nothing is done, and in how many seconds; None for a stranger."""
    visitor = current_visitor()
    if visitor is None:
        return None
    at = visitor.state.locks_at()
    return {"at": f"{at.astimezone(AMSTERDAM):%H:%M}", "seconds": seconds_left(visitor)}


def _messages() -> list[tuple[str, str]]:
    if "_flashes" not in session:  # reading it makes the answer depend on the cookie
        return []
    codes = [str(code) for code in get_flashed_messages()]
    return [messages.shown(code) for code in codes if code in messages.MESSAGES]


def _site_menu() -> tuple[SiteLink, ...]:
    """Only where a page shows it: it reads the files of the site."""
    return menu(house().settings.instance, house().clock.today(), language())


def _navigation() -> list[dict[str, Any]]:
    visitor = current_visitor()
    if visitor is None:
        return []
    today = house().clock.today()
    return [
        {
            "url": url_for(endpoint),
            "label": mail_label(text) if endpoint == "network.mail" else gettext(text),
            "current": request.endpoint == endpoint,
            "key": KEYS.get(endpoint),
        }
        for endpoint, text in NAVIGATION
        if (endpoint, visitor.actor.hat) not in LEFT_OUT
        and allowed(GOES_WITH.get(endpoint) or ENDPOINTS[endpoint], visitor.actor, None, today)
    ]
