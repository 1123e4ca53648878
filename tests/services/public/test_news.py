"""News between two days, for a newsletter: both included, and never of a day to come."""

from datetime import timedelta

import pytest
from kit.town import Town

from signalering.services.public.news import news_between


@pytest.mark.one_engine
def test_news_between_two_days(file_town: Town) -> None:
    folder = file_town.house.settings.instance / "site" / "nl"
    folder.mkdir(parents=True)
    today = file_town.clock.today()
    for name, days in (("older", 3), ("old", 2), ("late", 1), ("now", 0), ("ahead", -1)):
        text = f"title: {name}\nkind: news\ndate: {today - timedelta(days=days)}\n\n"
        (folder / f"{name}.md").write_text(
            f"{text}## Kop\n\nMet **dik** en [link](/help).\n\nMeer."
        )
    with file_town.work(writes=False) as work:
        far = timedelta(days=2)
        found = news_between(work, today - far, today + far, "nl")
        assert [one.slug for one in found] == ["now", "late", "old"]
        assert [one.day for one in found] == [today - timedelta(days=n) for n in (0, 1, 2)]
        assert found[0].title == "now"
        assert found[0].lead == "Met dik en link."
        assert news_between(work, today + far, today - far, "nl") == ()
        assert news_between(work, today - far, today + far, "en") == ()
