"""A list of earlier trainees: what can be mended comes back, what needs nothing is told."""

from kit.browser_like import Browser
from kit.town import Town


def test_only_what_can_be_mended_comes_back(browser: Browser, file_town: Town) -> None:
    people = file_town.people
    lines = [people["worker"].email, people["untrained"].email, "Niemand@elders.test"]
    browser.log_in("administrator")
    data = {
        "addresses": "\n".join(lines),
        "way": "earlier",
        "trainer": "Tia Trainer",
        "trained_in": "2026-01-09",
    }
    page = browser.post("training.group", data, 200).get_data(as_text=True)
    assert "1 training geregistreerd" in page
    assert f"<li>{people['worker'].email}</li>" in page
    area = page.partition("<textarea")[2].partition("</textarea>")[0]
    assert area.partition(">")[2].split() == ["Niemand@elders.test"]
