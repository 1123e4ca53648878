"""What the demonstration adds to the public site: news of this month, and a campaign that runs.

As an installation does it, by files of its own: docs/site-texts.md. They are written once.
"""

from datetime import date, timedelta
from pathlib import Path

from signalering.services.public.site import FOLDER

TEXTS = {
    ("nl", "coffee-bus"): """title: De koffiebus rijdt weer
kind: news
date: {week_ago}

Elke woensdag staat de koffiebus op een ander plein. De koffie is gratis en er is altijd een stoel
vrij. Kom gerust langs, ook zonder reden.
""",
    ("en", "coffee-bus"): """title: The coffee bus is back
kind: news
date: {week_ago}

Every Wednesday the coffee bus stands on another square. Coffee is free and there is always a chair.
Do come, you need no reason.
""",
    ("nl", "hundred-trained"): """title: Honderd mensen volgden de training
kind: news
date: {month_ago}

Van de bibliotheek tot de thuiszorg: honderd mensen leerden hoe je merkt dat iemand eenzaam is, en
hoe je erover begint. Zij letten nu extra op.

Wilt u zelf iets doen? Lees [wat u kunt doen](/info/worried) als u zich zorgen maakt om iemand.
""",
    ("en", "hundred-trained"): """title: A hundred people took the training
kind: news
date: {month_ago}

From the library to home care: a hundred people learned how to notice that somebody is lonely, and
how to begin to talk about it. They look out for others now.

Would you like to do something yourself? Read [what you can do](/info/worried) when you are worried
about somebody.
""",
    ("nl", "youth-week"): """title: Samen is minder alleen
kind: campaign
from: {week_ago}
until: {month_ahead}

Een actie voor en door jongeren. Je bent niet de enige, het is oké, en hier zijn mensen.

## Wat gebeurt er?

- Op school en bij de sportclub hangen posters.
- Elke donderdag van 15 tot 17 uur is er inloop in het jongerencentrum.
- Wil je meedoen of iets bedenken? Loop binnen, of bel ons.

{{team}}

Lees ook [wat je kunt doen](/info/young) als je je alleen voelt.
""",
    ("en", "youth-week"): """title: Together is less alone
kind: campaign
from: {week_ago}
until: {month_ahead}

A campaign by and for young people. You are not the only one, it is all right, and here are people.

## What happens?

- Posters hang at school and at the sports club.
- Every Thursday from 3 to 5 the youth centre is open to everybody.
- Would you like to join in, or do you have an idea? Walk in, or call us.

{{team}}

Read also [what you can do](/info/young) when you feel alone.
""",
}


def site(instance: Path, today: date) -> None:
    """Write them, unless there are own texts already: these are nobody's to change."""
    folder = instance / FOLDER
    if folder.exists():
        return
    days = {
        "week_ago": today - timedelta(days=7),
        "month_ago": today - timedelta(days=30),
        "month_ahead": today + timedelta(days=30),
    }
    for (language, slug), text in TEXTS.items():
        path = folder / language / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(**days), encoding="utf-8")
