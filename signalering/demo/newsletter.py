"""The newsletter of the demonstration: a few readers, an issue that went out, and the next."""

from datetime import timedelta

from signalering.demo.stage import Stage
from signalering.domain.commands.network.compose import ComposeNewsletter
from signalering.domain.commands.network.subscribe import Subscribe
from signalering.models.network.newsletter import Subscriber
from signalering.services.network._subscribers import find_or_add, new_confirmation
from signalering.services.network.compose import compose, composing
from signalering.services.network.hand_out import hand_out
from signalering.services.network.opt_in import opt_in
from signalering.services.network.preview import preview
from signalering.services.network.publish import publish
from signalering.services.work import Work

READERS = (("lezer", "nl"), ("buurthuis", "nl"), ("reader", "en"))
ISSUE = (
    "Welkom bij onze nieuwsbrief. Eenzaamheid pakken we samen aan. Lees hieronder wat er nieuw is.",
    "Welcome to our newsletter. Together we do something about loneliness. Below is what is new.",
)
NEXT = (
    "De feestdagen komen eraan. Juist dan is een praatje veel waard.",
    "The holidays are coming. That is when a chat is worth a lot.",
)


def newsletter(stage: Stage) -> None:
    """They subscribe, an issue goes out, and the next one waits to be looked through."""
    # Their hours are drawn apart: all other stories stay as they are.
    drawn = stage.random.getstate()
    today = stage.now.date()
    stage.at(today - timedelta(days=40), lambda: _subscribe(stage))
    stage.at(today - timedelta(days=30), lambda: _send(stage))
    stage.at(today - timedelta(days=2), lambda: _write(stage, NEXT))
    stage.random.setstate(drawn)


def _subscribe(stage: Stage) -> None:
    for name, language in READERS:
        with stage.as_("administrator") as work:
            _say_yes(work, Subscribe(f"{name}@voorbeeld.invalid", language))


def _say_yes(work: Work, wanted: Subscribe) -> None:
    row = work.data.get_one(Subscriber, find_or_add(work, wanted))
    opt_in(work, new_confirmation(work, row), "")


def _write(stage: Stage, intro: tuple[str, str]) -> None:
    with stage.as_("administrator") as work:
        view = composing(work, "nl")
        compose(work, ComposeNewsletter(view.version, *intro, view.chosen))


def _send(stage: Stage) -> None:
    _write(stage, ISSUE)
    with stage.as_("administrator") as work:
        seen = preview(work)
        publish(work, seen.version, seen.shown)
    hand_out(stage.house, lambda: False)
