"""What the guard refused is nowhere: in no database, write-ahead log or log line; it is counted."""

from typing import Any

import pytest
from kit.browser_like import Browser
from kit.signals import logged
from kit.town import Town
from sqlalchemy import select

from signalering.models.signals.guard_count import GuardCount
from signalering.models.signals.signal import Signal

REFUSED = "Bel Wilhelmina Verzonnen op 06 12345678, Havenstraat 12."
WORDS = ("Wilhelmina", "12345678", "Havenstraat")
SHORTEST: dict[str, Any] = {
    "token": "t" * 24,
    "indicators": ["says_lonely"],
    "place": "monster",
    "age_band": "75+",
    "request": "contact",
    "contact_answer": "not_asked",
}


def stored(town: Town) -> bytes:
    """Every byte of the installation's folder, with what waits in write-ahead logs."""
    folder = town.house.settings.instance
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def counts(town: Town) -> dict[tuple[str, str], int]:
    with town.work(writes=False) as work:
        rows = work.data.scalars(select(GuardCount))
        return {(row.kind, row.answer): row.times for row in rows}


@pytest.mark.sqlite
def test_a_refused_note_is_kept_nowhere_and_counted_by_kind(
    browser: Browser, file_town: Town, capfd: pytest.CaptureFixture[str]
) -> None:
    browser.log_in("worker")
    page = browser.post("signals.log", SHORTEST | {"note": REFUSED}, status=422)
    assert "Wilhelmina" in page.get_data(as_text=True), "what was typed stays on the page"
    signal_id = logged(file_town)
    browser.post("signals.reply", {"text": REFUSED}, signal_id=signal_id, status=422)
    everything = stored(file_town)
    assert len(everything) > 100_000
    printed = "".join(capfd.readouterr())
    for word in WORDS:
        assert word.encode() not in everything
        assert word not in printed
    assert counts(file_town) == {
        ("name", "refused"): 2,
        ("phone", "refused"): 2,
        ("street", "refused"): 2,
    }


def test_a_word_that_is_no_name_goes_through_and_is_counted(
    browser: Browser, file_town: Town
) -> None:
    browser.log_in("worker")
    data = SHORTEST | {"note": "Praat elke dag met Truus, haar kat."}
    page = browser.post("signals.log", data, status=422).get_data(as_text=True)
    key = page.partition('name="no_name" value="')[2].partition('"')[0]
    assert len(key) == 16
    browser.post("signals.log", data | {"no_name": [key]})
    with file_town.work(writes=False) as work:
        assert len(work.data.scalars(select(Signal)).all()) == 1
    assert counts(file_town) == {("name", "refused"): 1, ("name", "no_name"): 1}


def test_a_title_with_a_name_cant_be_answered_away(browser: Browser) -> None:
    browser.log_in("worker")
    data = SHORTEST | {"note": "Sprak mevrouw Jansen."}
    page = browser.post("signals.log", data, status=422).get_data(as_text=True)
    assert "[naam]" in page
    assert 'name="no_name"' not in page


def test_one_finding_is_replaced_by_one_click(browser: Browser) -> None:
    browser.log_in("worker")
    data = SHORTEST | {"note": "Mevrouw Jansen, bel 06 12345678.", "take_over": "2"}
    page = browser.post("signals.log", data, status=200).get_data(as_text=True)
    assert "Mevrouw Jansen, bel [telefoon]." in page
