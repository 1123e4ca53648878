"""What was chosen is looked at again: what is no longer so is named, and never goes out unseen."""

from uuid import UUID

import pytest
from kit.meetings import facts, invited, later, meeting_in, meeting_row, with_mailboxes
from kit.newsletter import INTRO, INTRO_EN, issue_row, looked_through, send, written_issue
from kit.offers import answered, asked_about, offer_of
from kit.published import publish as release
from kit.town import Town

from signalering.domain.commands.network.cancel_meeting import CancelMeeting
from signalering.domain.commands.network.change_meeting import ChangeMeeting
from signalering.domain.commands.network.compose import ComposeNewsletter
from signalering.domain.errors import NotAllowedNow
from signalering.domain.newsletter import Since, read
from signalering.domain.offers import OfferSaid
from signalering.domain.views.network.preview import PreviewView
from signalering.models.directory.initiative import Initiative
from signalering.services.network.cancel_meeting import cancel_meeting
from signalering.services.network.change_meeting import change_meeting
from signalering.services.network.compose import compose, composing
from signalering.services.network.publish import publish

pytestmark = pytest.mark.one_engine


def announced(town: Town) -> UUID:
    """A meeting that a draft tells of."""
    with_mailboxes(town)
    meeting_id = meeting_in(town, title="Najaarsbijeenkomst")
    invited(town, meeting_id)
    written_issue(town)
    return meeting_id


def called_off(town: Town, meeting_id: UUID) -> None:
    version = meeting_row(town, meeting_id).version
    with town.committed("administrator") as work:
        cancel_meeting(work, CancelMeeting(meeting_id, version))


def told(view: PreviewView, language: str = "nl") -> str:
    """All that the site and the mail would say."""
    items = [one for part in view.read[language].parts for one in part.items]
    return "\n".join([*(f"{one.title} {one.text}" for one in items), view.mails[language]])


def named(view: PreviewView) -> list[tuple[str, Since]]:
    return [(one.title["nl"], one.since) for one in view.changed]


def test_what_still_holds_is_told_and_nothing_is_named(town: Town) -> None:
    announced(town)
    view = looked_through(town)
    assert "Najaarsbijeenkomst" in told(view)
    assert view.changed == ()


def test_a_meeting_that_was_called_off_is_named_and_left_out(town: Town) -> None:
    meeting_id = announced(town)
    called_off(town, meeting_id)
    view = looked_through(town)
    assert named(view) == [("Najaarsbijeenkomst", Since.CALLED_OFF)]
    for language in ("nl", "en"):
        assert "Najaarsbijeenkomst" not in told(view, language)
    with town.committed("administrator") as work:
        issue = publish(work, view.version, view.shown)
    assert "Najaarsbijeenkomst" not in issue_row(town, issue).content


def test_one_that_is_over_is_left_out_on_the_next_day_and_not_before(town: Town) -> None:
    announced(town)
    later(town, 10)
    assert named(looked_through(town)) == []
    later(town, 1)
    assert named(looked_through(town)) == [("Najaarsbijeenkomst", Since.OVER)]


def test_one_that_was_moved_is_told_as_it_is_now_and_named(town: Town) -> None:
    meeting_id = announced(town)
    with town.committed("administrator") as work:
        moved = facts(town, 11, title="Najaarsbijeenkomst", starts_at="13:00")
        change_meeting(work, ChangeMeeting(meeting_id, 1, moved))
    view = looked_through(town)
    assert named(view) == [("Najaarsbijeenkomst", Since.MOVED)]
    assert "Vrijdag 4 december 2026, 13:00" in told(view)
    assert "Donderdag 3 december" not in told(view)
    with town.committed("administrator") as work:
        issue = publish(work, view.version, view.shown)
    content = read(issue_row(town, issue).content)
    assert f"meeting:{meeting_id}:2026-12-04" in content.keys
    assert "13:00" in issue_row(town, issue).content


@pytest.mark.parametrize("said", ["taken_out", "stopped"])
def test_an_offer_that_ended_is_named_and_left_out(town: Town, said: str) -> None:
    offer = offer_of(town, assured_on=town.clock.today())
    written_issue(town)
    if said == "stopped":
        answered(town, asked_about(town, offer), said=OfferSaid.STOPPED)
    else:
        offer_of(town, active=False)
    view = looked_through(town)
    assert named(view) == [("Vitis Welzijn: maatjes", Since.ENDED)]
    assert "maatjes" not in told(view)


def test_an_offer_that_was_confirmed_anew_stays_as_it_was_read(town: Town) -> None:
    offer = offer_of(town, assured_on=town.clock.today())
    version = written_issue(town)
    before = looked_through(town)
    later(town, 1)
    with town.committed() as work:
        row = work.data.get_one(Initiative, offer)
        row.assured_on, row.name = work.clock.today(), "Heel anders"
    view = looked_through(town)
    assert view.changed == ()
    assert told(view) == told(before)
    with town.committed("administrator") as work:
        issue = publish(work, version, before.shown)
    # It was told after that day: the next issue doesn't tell it again.
    assert f"offer:{offer}:{town.clock.today()}" in read(issue_row(town, issue).content).keys
    with town.work("administrator", writes=False) as work:
        assert composing(work, "nl").chosen == ()


def test_it_stays_ticked_too_whichever_day_the_page_knew(town: Town) -> None:
    offer = offer_of(town, assured_on=town.clock.today())
    old = f"offer:{offer}:{town.clock.today()}"
    version = written_issue(town, (old,))
    later(town, 1)
    offer_of(town, assured_on=town.clock.today())
    new = f"offer:{offer}:{town.clock.today()}"
    with town.work("administrator", writes=False) as work:
        assert composing(work, "nl").chosen == (new,)
    with town.committed("administrator") as work:
        compose(work, ComposeNewsletter(version, INTRO, INTRO_EN, (old,)))
    assert "maatjes" in told(looked_through(town))


def test_the_page_that_composes_names_it_and_does_not_offer_it(town: Town) -> None:
    meeting_id = announced(town)
    called_off(town, meeting_id)
    with town.work("administrator", writes=False) as work:
        view = composing(work, "nl")
    assert [one.since for one in view.changed] == [Since.CALLED_OFF]
    assert not any(str(meeting_id) in key for key in view.chosen)
    assert not any(str(meeting_id) in one.key for part in view.parts for one in part.items)


def test_what_is_kept_is_offered_even_where_it_would_not_be_proposed(town: Town) -> None:
    meeting_id = announced(town)
    later(town, 10)
    with town.work("administrator", writes=False) as work:
        view = composing(work, "nl")
    (kept,) = [key for key in view.chosen if str(meeting_id) in key]
    assert kept in [one.key for part in view.parts for one in part.items]
    with town.committed("administrator") as work:
        compose(work, ComposeNewsletter(view.version, INTRO, INTRO_EN, (kept,)))
    assert "Najaarsbijeenkomst" in told(looked_through(town))


def test_news_that_was_taken_off_the_site_is_named(town: Town) -> None:
    news = town.house.settings.instance / "site" / "nl"
    news.mkdir(parents=True)
    page = news / "opening.md"
    day = town.clock.today()
    page.write_text(f"title: De deur gaat open\nkind: news\ndate: {day}\n\nKom kijken.\n", "utf-8")
    written_issue(town)
    later(town, 40)
    assert looked_through(town).changed == ()
    page.unlink()
    assert named(looked_through(town)) == [("De deur gaat open", Since.WITHDRAWN)]


def test_figures_stay_as_they_were_published(town: Town) -> None:
    release(town, [2026])
    written_issue(town)
    later(town, 200)
    assert looked_through(town).changed == ()


def test_what_changed_since_it_was_looked_at_stops_the_sending_once(town: Town) -> None:
    meeting_id = announced(town)
    seen = looked_through(town)
    called_off(town, meeting_id)
    for shown in (seen.shown, "", "\x00", "é"):
        with town.work("administrator") as work, pytest.raises(NotAllowedNow) as refused:
            publish(work, seen.version, shown)
        assert refused.value.code == "newsletter_changed"
    with town.committed("administrator") as work:
        assert send(work, seen.version)


def test_with_nothing_left_it_is_not_sent(town: Town) -> None:
    with_mailboxes(town)
    meeting_id = meeting_in(town)
    invited(town, meeting_id)
    with town.work("administrator", writes=False) as work:
        keys = tuple(key for key in composing(work, "nl").chosen if str(meeting_id) in key)
    version = written_issue(town, keys, ("", ""))
    called_off(town, meeting_id)
    assert looked_through(town).is_empty
    with town.work("administrator") as work, pytest.raises(NotAllowedNow) as refused:
        send(work, version)
    assert refused.value.code == "newsletter_empty"
