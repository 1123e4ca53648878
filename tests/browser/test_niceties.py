"""What the small scripts add, and that a thumb hits what it aims at."""

import pytest
from kit.signals import logged
from kit.town import Town
from kit.visit import Visit, Visitor

pytestmark = pytest.mark.browser

CONTACT = "ja, ik vul de contactgegevens in"
# Everything that can be touched, but for words inside a sentence (WCAG 2.2, 2.5.8: inline).
TOUCHED = """
() => [...document.querySelectorAll(
  "button, summary, select, textarea, label.choice__label, .navigation__link, .button, .input")]
  .filter((element) => element.checkVisibility())
  .map((element) => [element.textContent.trim().slice(0, 30), element.getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 44)
  .map(([text, box]) => `${text}: ${Math.round(box.width)} x ${Math.round(box.height)}`)
"""
POSTS_TWICE = """
() => {
  let sent = 0;
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) sent += 1;
    event.preventDefault();
  });
  const form = document.querySelector("main form");
  form.requestSubmit();
  form.requestSubmit();
  return sent;
}
"""


@pytest.fixture
def log_form(desktop: Visitor) -> Visit:
    """The form of a signal, on a desktop."""
    visit = desktop("worker")
    visit.go("/signals/log")
    return visit


def test_contact_fields_wait_for_the_yes(log_form: Visit) -> None:
    name = log_form.page.get_by_label("Naam")
    answers = log_form.page.get_by_role("group", name="Mogen wij contact opnemen?")
    assert not name.is_visible()
    assert name.is_disabled()
    answers.get_by_label(CONTACT).check()
    assert name.is_visible()
    name.fill("Iemand Anders")
    log_form.inspect("with the contact fields")
    answers.get_by_label("nee", exact=True).check()
    assert not name.is_visible()
    assert name.is_disabled()  # so that it is not sent


def test_the_counter_counts_as_the_server_does(log_form: Visit) -> None:
    counter = log_form.page.locator("#note-counter")
    log_form.fill("Wat moeten we nog weten?", "e\u0301" * 300)
    assert counter.inner_text() == "Tekens te veel: 20"
    log_form.fill("Wat moeten we nog weten?", "ab\n")
    assert counter.inner_text() == "Tekens over: 278"


def test_a_double_press_sends_once(log_form: Visit) -> None:
    assert log_form.page.evaluate(POSTS_TWICE) == 1


def test_the_summary_of_errors_takes_the_focus_and_leads_to_the_fields(log_form: Visit) -> None:
    log_form.press("Signaal versturen", status=422)
    focused = "document.activeElement.id"
    assert log_form.page.evaluate(focused) == "error-summary"
    log_form.page.locator("#error-summary a").nth(1).click()
    assert log_form.page.evaluate(focused) == "place"


def test_a_thumb_hits_what_it_aims_at(phone: Visitor) -> None:
    visit = phone("worker")
    visit.go("/signals/log")
    assert visit.page.evaluate(TOUCHED) == []
    visit.go("/")
    assert visit.page.evaluate(TOUCHED) == []


def test_a_reference_is_copied_and_said_so(file_town: Town, desktop: Visitor) -> None:
    signal_id = logged(file_town)
    visit = desktop("coordinator", own=True)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.go(f"/signals/{signal_id}")
    reference = visit.heading.removeprefix("Signaal ")
    visit.page.get_by_role("button", name="Kopieer het nummer").click()
    visit.page.get_by_text(f"{reference} is gekopieerd.").wait_for()
    assert visit.page.evaluate("navigator.clipboard.readText()") == reference
    assert visit.page.get_by_role("link", name="1 nieuw signaal").is_visible()
