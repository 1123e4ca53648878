"""The whole way over a real mail server: asked, confirmed, received, read, left; and its pages."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from kit.browser_like import BASE, Browser
from kit.mail import Mailbox, mail_server, never
from kit.meetings import invited, meeting_in, with_mailboxes
from kit.newsletter import (
    INTRO,
    INTRO_EN,
    READER,
    asked,
    confirmed,
    known,
    letters,
    links_in,
    sent_issue,
    subscribers,
    token_of,
    written_issue,
)
from kit.offers import offer_of
from kit.published import publish as release
from kit.town import Town
from kit.trail import keys_of_entries
from werkzeug.test import TestResponse

from signalering.domain.commands.network.cancel_meeting import CancelMeeting
from signalering.domain.lifecycles import MailKind
from signalering.services.network.cancel_meeting import cancel_meeting
from signalering.services.network.send import Tally, send_due
from signalering.services.upkeep import IN_STEPS
from signalering.vault.links import new_token

CSRF = re.compile(r'name="csrf_token" value="[^"]+"')


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    with mail_server(tmp_path) as found:
        monkeypatch.setenv("SSL_CERT_FILE", str(found.certificate))
        yield found


def as_shown(page: str) -> str:
    """How the issue read when the page was made."""
    (found,) = re.findall(r'name="shown"\s+value="(\w+)"', page)
    return str(found)


def work_round(town: Town, box: Mailbox) -> Tally:
    """What the work loop does: hand out, and send."""
    IN_STEPS["newsletter"](town.house, never)
    return send_due(town.house, box.server, never)


def one_click(browser: Browser, address: str, body: str = "List-Unsubscribe=One-Click") -> int:
    """As a mail provider posts it: no cookie, no token, no Referer, nothing but this body."""
    bare = browser.app.test_client(use_cookies=False)
    kind = "application/x-www-form-urlencoded"
    answer = bare.post(address, data=body, base_url=BASE, content_type=kind)
    return answer.status_code


@pytest.mark.parametrize("language", ["nl", "en"])
def test_asked_confirmed_received_read_and_left(
    browser: Browser, file_town: Town, box: Mailbox, language: str
) -> None:
    offer_of(file_town, assured_on=file_town.clock.today())
    release(file_town, [2026])
    words = {"email": READER, "language": language}
    browser.post("network.subscribe", words, 200, language=language)
    assert work_round(file_town, box) == Tally(sent=1)
    (link,) = [one for one in links_in(box.mails[0]) if "/newsletter/confirm/" in one]
    shown = browser.open(link)
    assert ("Ja, ik wil de nieuwsbrief" in shown) is (language == "nl")
    assert [row.state for row in subscribers(file_town)] == ["waiting"], "a scanner's GET is no yes"
    token = link.rpartition("/")[2].partition("?")[0]
    browser.post("network.opt_in", {}, 200, token=token, language=language)

    browser.log_in("administrator")
    chosen = re.findall(
        r'name="chosen"\s+id="[^"]+"\s+value="([^"]+)"[^>]*checked', browser.get("network.compose")
    )
    assert {one.partition(":")[0] for one in chosen} == {"offer", "figures"}
    kept = {"version": "0", "intro_nl": INTRO, "intro_en": INTRO_EN, "chosen": chosen}
    browser.post("network.compose", kept)
    preview = browser.get("network.preview")
    assert INTRO in preview
    assert INTRO_EN in preview
    assert "Dit gaat naar 1 abonnee" in preview
    send = {"version": "1", "shown": as_shown(preview), "confirmation": "versturen"}
    browser.post("network.publish", send | {"confirmation": "nee"}, 422)
    browser.post("network.publish", send)
    browser.post("network.publish", send, 409)
    assert work_round(file_town, box) == Tally(sent=1)
    assert work_round(file_town, box) == Tally()

    mail, raw = box.mails[1], box.raw[1].decode()
    assert mail["To"].addresses[0].addr_spec == READER
    assert mail["Content-Language"] == language
    assert (INTRO if language == "nl" else INTRO_EN) in mail.get_content()
    stranger = Browser(browser.app, file_town)
    for link in links_in(mail):
        page = stranger.open(link)
        assert f'<html lang="{language}">' in page, link
    archived = next(one for one in links_in(mail) if one.startswith("/newsletters/"))
    assert "Vitis Welzijn: maatjes" in stranger.open(archived)
    offers = [one for one in links_in(mail) if one.startswith("/offers/")]
    assert offers

    # On the wire it stands whole: folded into encoded words no mail program would follow it.
    header = re.search(r"\r\nList-Unsubscribe: <https://signalering\.test(/\S+)>\r\n", raw)
    assert header is not None
    assert "\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in raw
    assert one_click(browser, header[1]) == 200
    assert one_click(browser, header[1]) == 200, "as often as it comes"
    assert subscribers(file_town) == []
    file_town.clock.move_to(file_town.clock.now().replace(month=12))
    sent_issue(file_town)
    assert work_round(file_town, box) == Tally()
    assert len(box.raw) == 2


def test_everybody_gets_the_same_answer(browser: Browser, file_town: Town) -> None:
    confirmed(file_town)
    asked(file_town, "wacht@voorbeeld.test")
    pages = {
        CSRF.sub("", answered(browser, email).get_data(as_text=True))
        for email in (READER, "wacht@voorbeeld.test", "nieuw@voorbeeld.test")
    }
    assert len(pages) == 1
    assert "Kijk in uw mail" in pages.pop()


def answered(browser: Browser, email: str) -> TestResponse:
    return browser.post("network.subscribe", {"email": email, "language": "nl"}, 200)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"email": "geen adres"}, "Vul een e-mailadres in"),
        ({"email": ""}, "Vul dit in."),
        ({"email": "x" * 300}, "Dit is te lang."),
        ({"language": "fr"}, "Kies iets uit de lijst."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(
    browser: Browser, wrong: dict[str, str], told: str
) -> None:
    sent = {"email": READER, "language": "en"} | wrong
    text = browser.post("network.subscribe", sent, 422).get_data(as_text=True)
    assert told in text
    assert sent["email"] in text


def test_one_answer_for_every_secret_that_ends_nothing(browser: Browser, file_town: Town) -> None:
    token = confirmed(file_town)
    gets = {
        browser.get("network.unsubscribe", token=one).replace(one, "TOKEN")
        for one in (token, new_token())
    }
    assert len({CSRF.sub("", page) for page in gets}) == 1
    assert known(file_town, token), "a GET ends nothing"
    before = keys_of_entries(file_town)
    assert one_click(browser, f"/newsletter/unsubscribe/{new_token()}") == 200
    assert keys_of_entries(file_town) == before
    for body in ("", "List-Unsubscribe=No", "x" * 1000, "\x00=%ff%fe"):
        assert one_click(browser, f"/newsletter/unsubscribe/{new_token()}", body) == 200
    browser.post("network.unsubscribe", {}, 200, token=token)
    assert not known(file_town, token)


def test_no_other_form_is_taken_without_its_token(browser: Browser, file_town: Town) -> None:
    asked(file_town)
    (letter,) = letters(file_town, MailKind.NEWSLETTER_CONFIRM)
    address = browser.url("network.opt_in", token=token_of(letter))
    assert one_click(browser, address) == 403
    assert [row.state for row in subscribers(file_town)] == ["waiting"]


def test_a_link_that_confirms_nothing_says_what_to_do(browser: Browser) -> None:
    answer = browser.post("network.opt_in", {}, 404, token=new_token())
    assert "Opnieuw aanmelden" in answer.get_data(as_text=True)
    assert answer.headers["Referrer-Policy"] == "strict-origin"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_the_archive_is_for_everybody_in_both_languages(browser: Browser, file_town: Town) -> None:
    assert "Er is nog geen nieuwsbrief verstuurd" in browser.get("network.newsletters")
    issue = sent_issue(file_town)
    assert str(issue) in browser.get("network.newsletters", language="en")
    answer = browser.client.get(
        browser.url("network.newsletter", newsletter_id=issue, language="en"), base_url=BASE
    )
    assert INTRO_EN in answer.get_data(as_text=True)
    assert "X-Robots-Tag" not in answer.headers
    assert "Set-Cookie" not in answer.headers, "nothing is kept of whoever reads"
    assert INTRO in browser.get("network.newsletter", newsletter_id=issue)
    browser.get("network.newsletter", 404, newsletter_id=file_town.people["manager"].account_id)


def test_an_introduction_that_names_somebody_comes_back_marked(
    browser: Browser, file_town: Town
) -> None:
    browser.log_in("administrator")
    typed = {"version": "0", "intro_nl": INTRO, "intro_en": "Ask Mrs Jansen about it."}
    text = browser.post("network.compose", typed, 422).get_data(as_text=True)
    assert "Hieraan kan iemand te herkennen zijn" in text
    assert 'name="marked" value="intro_en"' in text
    taken = browser.post(
        "network.compose", typed | {"marked": "intro_en", "take_over": "all"}, 200
    ).get_data(as_text=True)
    assert INTRO in taken
    assert "Jansen" not in taken
    browser.get("network.preview", 404)


def test_a_colleague_was_first_and_nothing_is_lost(browser: Browser, file_town: Town) -> None:
    written_issue(file_town)
    browser.log_in("administrator")
    typed = {"version": "0", "intro_nl": "Een eigen begin.", "intro_en": "My own beginning."}
    text = browser.post("network.compose", typed, 409).get_data(as_text=True)
    assert "Een eigen begin." in text
    assert INTRO in text
    browser.post("network.compose", typed | {"version": "1"})
    assert "Een eigen begin." in browser.get("network.preview")


def test_the_outbox_never_shows_who_gets_it(browser: Browser, file_town: Town) -> None:
    confirmed(file_town)
    sent_issue(file_town)
    browser.log_in("administrator")
    assert "Er wacht geen mail" in browser.get("network.mail")
    assert READER not in browser.get("network.issues")


def test_called_off_while_the_page_was_open_it_is_named_before_anything_goes(
    browser: Browser, file_town: Town
) -> None:
    with_mailboxes(file_town)
    meeting_id = meeting_in(file_town, title="Najaarsbijeenkomst")
    invited(file_town, meeting_id)
    written_issue(file_town)
    browser.log_in("administrator")
    page = browser.get("network.preview")
    assert "Veranderd sinds" not in page
    send = {"version": "1", "shown": as_shown(page), "confirmation": "versturen"}
    with file_town.committed("administrator") as work:
        cancel_meeting(work, CancelMeeting(meeting_id, 1))
    wrong = browser.post("network.publish", send | {"confirmation": "nee"}, 422)
    assert "Is afgezegd." in wrong.get_data(as_text=True)
    assert as_shown(wrong.get_data(as_text=True)) == send["shown"], "what its reader saw"
    told = browser.post("network.publish", send, 409).get_data(as_text=True)
    assert "Er is iets veranderd sinds je keek" in told
    assert "Is afgezegd." in told
    assert "Is afgezegd." in browser.get("network.compose")
    answer = browser.post("network.publish", send | {"shown": as_shown(told)})
    assert "De nieuwsbrief staat op de site" in browser.open(answer.location)
    archive = browser.get("network.newsletters", language="nl")
    issue = re.findall(r"/newsletters/([0-9a-f-]{36})", archive)[0]
    assert "Najaarsbijeenkomst" not in browser.get("network.newsletter", newsletter_id=issue)


def test_with_nothing_left_there_is_no_button(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town, assured_on=file_town.clock.today())
    key = f"offer:{offer}:{file_town.clock.today()}"
    written_issue(file_town, (key,), ("", ""))
    offer_of(file_town, active=False)
    page = browser.log_in("administrator").get("network.preview")
    assert "Er is niets om te versturen" in page
    assert 'name="shown"' not in page


def test_what_is_typed_is_kept_as_a_draft_until_it_is_sent(
    browser: Browser, file_town: Town
) -> None:
    offer = offer_of(file_town, assured_on=file_town.clock.today())
    old = f"offer:{offer}:{file_town.clock.today()}"
    browser.log_in("administrator")
    typed = {"intro_nl": INTRO, "intro_en": "Half a sent", "chosen": [old, "offer:gone:x"]}
    place = {"draft_place": "network.compose", "draft_back": "/newsletter/compose"}
    browser.post("accounts.draft", typed | place | {"autosave": "yes"}, 204)
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=1))
    offer_of(file_town, assured_on=file_town.clock.today())
    browser.log_in("administrator")
    page = browser.get("network.compose")
    assert "eerder getypt" in page
    assert "Half a sent" in page
    assert len(re.findall(r"\schecked>", page)) == 1, "confirmed anew it is still chosen"
    assert "Niet alles wat je koos, is er nog" in page
    assert 'data-draft="network.compose"' in page
    browser.post("network.compose", {"version": "0", **typed, "intro_en": ""}, 422)
    assert "Half a sent" in browser.get("network.compose"), "refused, it is still there"
    answer = browser.post("network.compose", {"version": "0", **typed, "intro_en": INTRO_EN})
    assert "Niet alles wat je koos, is er nog" in browser.open(answer.location)
    assert "eerder getypt" not in browser.get("network.compose")


def test_a_draft_beside_what_was_kept_meanwhile(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator")
    draft = {"intro_nl": "Mijn begin.", "intro_en": "", "draft_place": "network.compose"}
    answer = browser.post("accounts.draft", draft | {"draft_back": "/newsletter/compose"})
    written_issue(file_town)
    page = browser.open(answer.location)
    assert "Mijn begin." in page
    assert "Dit is nu bewaard" in page
    assert INTRO in page
