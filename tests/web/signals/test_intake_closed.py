"""While nobody can open what comes in, the form says so before a word is typed."""

from kit.browser_like import Browser
from kit.town import Town
from sqlalchemy import delete

from signalering.models.keys.user import UserWrap


def test_a_clear_page_before_typing_and_nothing_lost_after(
    browser: Browser, file_town: Town
) -> None:
    browser.log_in("worker")
    browser.get("signals.log")
    holders = [file_town.people[key].account_id for key in ("coordinator", "other_coordinator")]
    with file_town.committed() as work:
        work.keys.execute(delete(UserWrap).where(UserWrap.account_id.in_(holders)))
    assert "Je kunt nu geen signaal melden" in browser.get("signals.log", status=503)
    typed = {
        "token": "a" * 32,
        "indicators": ["curtains"],
        "place": "monster",
        "age_band": "75+",
        "talked_about": "yes",
        "request": "contact",
        "contact_answer": "not_asked",
        "note": "Zit veel binnen.",
    }
    answer = browser.post("signals.log", typed, 503)
    assert "Zit veel binnen." in answer.get_data(as_text=True)
