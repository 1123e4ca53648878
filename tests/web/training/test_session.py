"""Who was there: each line that can't be taken is told at its place, and nothing typed is lost."""

from kit.browser_like import Browser
from kit.town import Town
from kit.training import planned, signed_up
from sqlalchemy import func, select

from signalering.models.training.certificate import Certificate


def certificates(town: Town) -> int:
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count()).select_from(Certificate)) or 0


def test_each_strange_line_is_told_and_nothing_is_recorded(
    browser: Browser, file_town: Town
) -> None:
    session_id = planned(file_town, in_days=0)
    signed_up(file_town, session_id, "worker")
    before = certificates(file_town)
    worker = str(file_town.people["worker"].account_id)
    typed = f"wie@elders.test\n{file_town.people['untrained'].email}\nJan van de balie"
    browser.log_in("administrator")
    data = {"present": worker, "others": typed}
    answer = browser.post("training.session", data, 422, session_id=session_id)
    page = answer.get_data(as_text=True)
    assert "Regel 1: er is geen actief account met wie@elders.test." in page
    assert "Regel 3: Jan van de balie is geen e-mailadres." in page
    assert typed in page.replace("\r\n", "\n")
    assert f'value="{worker}" checked' in " ".join(page.split())
    assert certificates(file_town) == before


def test_a_page_without_ticks_erases_no_list(browser: Browser, file_town: Town) -> None:
    session_id = planned(file_town, in_days=0)
    signed_up(file_town, session_id, "worker")
    browser.log_in("administrator")
    answer = browser.post("training.session", {}, 422, session_id=session_id)
    assert "Was er niemand?" in answer.get_data(as_text=True)
    assert "Wil Melder" in browser.get("training.session", session_id=session_id)
