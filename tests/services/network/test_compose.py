"""What stands in an issue: what is new, told once, and kept as it was read."""

from datetime import timedelta

import pytest
from kit.meetings import invited, meeting_in, with_mailboxes
from kit.newsletter import INTRO, INTRO_EN, confirmed, sent_issue, written_issue
from kit.offers import answered, asked_about, offer_of
from kit.published import publish as release
from kit.town import Town

from signalering.domain.commands.network.compose import ComposeNewsletter
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotFound
from signalering.domain.newsletter import Content, Item, Part, read, written
from signalering.domain.offers import OfferSaid
from signalering.domain.report_sentences import in_period, sentence
from signalering.domain.views.signals.note import NoteIdentifies
from signalering.models.directory.initiative import Initiative
from signalering.services.network._newsletter_parts import days, gathered
from signalering.services.network.compose import compose, composing
from signalering.services.network.newsletter import newsletter
from signalering.services.network.preview import preview
from signalering.services.network.write import translator
from signalering.services.statistics._published import published
from signalering.services.statistics._sections import sections

DAY = timedelta(days=1)


def test_new_and_freshly_confirmed_offers_are_proposed_once(town: Town) -> None:
    today = town.clock.today()
    fresh = offer_of(town, assured_on=today)
    offer_of(town, "WestlandOntmoet", assured_on=today - 93 * DAY)
    with town.work("administrator", writes=False) as work:
        keys = [one.key for one in gathered(work, *days(work))[Part.OFFERS]]
    assert keys[0] == f"offer:{fresh}:{today.isoformat()}"
    assert not any(str(offer_of(town, "WestlandOntmoet")) in key for key in keys)
    sent_issue(town)
    with town.work("administrator", writes=False) as work:
        assert gathered(work, *days(work))[Part.OFFERS] == []
    town.clock.move_to(town.clock.now() + DAY)
    offer_of(town, "De Vereeniging", assured_on=town.clock.today())
    with town.work("administrator", writes=False) as work:
        (again,) = gathered(work, *days(work))[Part.OFFERS]
    assert again.title["nl"] == "De Vereeniging"


@pytest.mark.one_engine
@pytest.mark.parametrize("changes", [{"active": False}, {"stopped": True}])
def test_what_has_ended_or_stopped_is_not_told(town: Town, changes: dict[str, bool]) -> None:
    offer = offer_of(town, assured_on=town.clock.today(), active=changes.get("active", True))
    if "stopped" in changes:
        answered(town, asked_about(town, offer), said=OfferSaid.STOPPED)
    with town.work("administrator", writes=False) as work:
        found = gathered(work, *days(work))[Part.OFFERS]
    assert not any(str(offer) in one.key for one in found)


def test_released_figures_are_told_as_a_report_tells_them(town: Town) -> None:
    release(town, [2026])
    with town.work("administrator", writes=False) as work:
        found = gathered(work, *days(work))[Part.FIGURES]
        keys = {one.key for one in found}
        third = next(one for one in found if one.key == "figures:2026Q3")
        figures = published(work, "2026Q3")
        said = [
            sentence(one, "nl", translator("nl"))
            for section in sections(figures, None)
            if section.topic == "many"
            for one in section.statements
        ]
    assert "figures:2026" not in keys, "a year that is not over"
    assert third.title["nl"] == "Cijfers over het 3e kwartaal van 2026"
    assert said[0] in third.text["nl"]
    assert third.text["en"] != third.text["nl"]


@pytest.mark.one_engine
def test_an_issue_is_kept_as_it_was_read(town: Town) -> None:
    offer = offer_of(town, assured_on=town.clock.today())
    confirmed(town)
    issue = sent_issue(town)
    with town.committed() as work:
        work.data.get_one(Initiative, offer).name = "Heel anders"
    with town.work(writes=False) as work:
        shown = newsletter(work, issue, "nl")
    titles = [one.title for part in shown.parts for one in part.items]
    assert "Vitis Welzijn: maatjes" in titles
    assert "Heel anders" not in titles


@pytest.mark.one_engine
def test_what_was_not_ticked_or_is_gone_is_left_out(town: Town) -> None:
    offer = offer_of(town, assured_on=town.clock.today())
    key = f"offer:{offer}:{town.clock.today().isoformat()}"
    written_issue(town, (key, "offer:made-up", "\x00"))
    with town.work("administrator", writes=False) as work:
        view = composing(work, "en")
        assert view.chosen == (key,)
        assert (view.intro_nl, view.intro_en) == (INTRO, INTRO_EN)
        assert [len(part.items) for part in preview(work).read["en"].parts] == [1]


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("intro", "field"),
    [
        (("Mevrouw Jansen belde ons.", INTRO_EN), "intro_nl"),
        ((INTRO, "Call 06 12345678 for Mrs Jansen."), "intro_en"),
        ((INTRO, ""), "intro_en"),
        (("", INTRO_EN), "intro_nl"),
        (("", ""), "intro_nl"),
        (("x" * 3001, INTRO_EN), "intro_nl"),
        ((INTRO, "a\x00b"), "intro_en"),
    ],
)
def test_an_introduction_that_is_refused_keeps_nothing(
    town: Town, intro: tuple[str, str], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        written_issue(town, (), intro)
    assert refused.value.field == field
    assert isinstance(refused.value, NoteIdentifies) is ("Jansen" in intro[0] + intro[1])
    with town.work("administrator", writes=False) as work:
        assert composing(work, "nl").version == 0
        with pytest.raises(NotFound):
            preview(work)


def test_of_two_who_write_at_once_one_is_told(town: Town) -> None:
    command = ComposeNewsletter(0, INTRO, INTRO_EN, ())
    with town.committed("administrator") as work:
        compose(work, command)
    with town.work("administrator") as work, pytest.raises(Conflict):
        compose(work, command)
    with town.work("coordinator") as work, pytest.raises(Denied):
        compose(work, command)


def test_what_is_written_is_read() -> None:
    item = Item("offer:1", {"nl": "A", "en": "B"}, {"nl": "", "en": "c"}, "/offers/1")
    content = Content({"nl": "Dag", "en": "Hi"}, {Part.OFFERS: (item,)})
    again = read(written(content))
    assert (again.keys, again.parts[Part.OFFERS][0], again.intro) == (
        ("offer:1",),
        item,
        content.intro,
    )
    later = written(content).replace('"offers"', '"a_part_to_come"')
    assert read(later).is_empty is False
    assert read(later).parts == {}
    assert Content().is_empty


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("2026Q3", "het 3e kwartaal van 2026"),
        ("2026H2", "de tweede helft van 2026"),
        ("2026", "heel 2026"),
    ],
)
def test_a_period_stands_in_a_sentence(code: str, said: str) -> None:
    assert in_period(code, lambda text: text) == said


@pytest.mark.one_engine
def test_a_coming_meeting_is_told_with_its_day_in_both_languages(town: Town) -> None:
    meeting = meeting_in(town, title="Najaarsbijeenkomst")
    meeting_in(town, 0, title="Vandaag")
    with town.work("administrator", writes=False) as work:
        assert gathered(work, *days(work))[Part.MEETINGS] == [], "nobody was invited yet"
    with_mailboxes(town)
    invited(town, meeting)
    with town.work("administrator", writes=False) as work:
        (told,) = gathered(work, *days(work))[Part.MEETINGS]
    assert told.title["en"] == "Najaarsbijeenkomst"
    assert "december" in told.text["nl"]
    assert "December" in told.text["en"]


@pytest.mark.one_engine
def test_news_of_the_site_is_told_and_read_on_there(town: Town) -> None:
    news = town.house.settings.instance / "site" / "nl"
    news.mkdir(parents=True)
    today = town.clock.today()
    (news / "opening.md").write_text(
        f"title: De deur gaat open\nkind: news\ndate: {today}\n\nKom kijken.\n", "utf-8"
    )
    with town.work("administrator", writes=False) as work:
        found = {one.path: one for one in gathered(work, *days(work))[Part.NEWS]}
    assert found["/info/opening"].title == dict.fromkeys(("nl", "en"), "De deur gaat open")
