"""The field for a number: straight on to what it is, and no number in any address."""

from kit.browser_like import Browser
from kit.signals import logged, row_of
from kit.town import Town


def test_the_inbox_leads_straight_to_the_signal(browser: Browser, file_town: Town) -> None:
    signal_id = logged(file_town)
    reference = row_of(file_town, signal_id).reference
    browser.log_in("coordinator")
    assert f'action="{browser.url("signals.find")}"' in browser.get("signals.inbox")
    typed = {"reference": reference.replace("-", " ").lower()}
    answer = browser.post("signals.find", typed)
    assert answer.location == browser.url("signals.show", signal_id=signal_id)


def test_an_unknown_number_and_what_is_none_say_what_to_do(browser: Browser) -> None:
    browser.log_in("coordinator")
    page = browser.post("signals.find", {"reference": "CCCC-CCCC"}, 200).get_data(as_text=True)
    assert "letter voor letter" in page
    page = browser.post("signals.find", {"reference": "Truida"}, 422).get_data(as_text=True)
    assert "zoals 7KMD-R3XW" in page
    assert 'value="Truida"' in page
