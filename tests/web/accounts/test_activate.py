"""From an invitation to the first log-in, through the pages."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from kit import newly
from kit.browser_like import BASE, Browser
from kit.town import CHEAP, Town
from sqlalchemy import func, select

from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.errors import NotFound
from signalering.domain.lifecycles import AccountState
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.accounts.invitation import Invitation
from signalering.models.accounts.session import LogInSession
from signalering.services.accounts.activate import activate, guest_of
from signalering.services.accounts.enrol import enrol
from signalering.services.accounts.invite import invite, new_link_token
from signalering.services.work import open_work
from signalering.vault.passphrases import normalise


def link_for(town: Town, *hats: Hat) -> tuple[str, str]:
    """A new colleague's address and token."""
    partner = "Praktijk De Kas" if Hat.FRONTLINE in hats else None
    with town.committed("administrator") as work:
        command = Invite("nieuw@proefdorp.test", "Nina Nieuw", frozenset(hats), partner)
        account = invite(work, command)
        return command.email, new_link_token(work, account.id)


def test_a_worker_sets_up_an_account_and_logs_in(browser: Browser, file_town: Town) -> None:
    email, token = link_for(file_town, Hat.FRONTLINE)
    path = f"/activate/{token}"
    assert "Nina" not in browser.open(path), "a scanner that follows the link learns nothing"
    page = newly.send(browser, path, step="begin")
    assert "Nina Nieuw" in page
    words, code, answer = newly.walk(browser, path, page)
    assert (len(words), code) == (4, "")
    assert answer.status_code == 302
    browser.get("signals.mine")
    other = Browser(browser.app, file_town)
    other.post("accounts.log_in", {"email": email, "passphrase": " ".join(words)})
    other.get("signals.mine")


def test_a_coordinator_gets_six_words_and_a_code_and_sets_up_a_second_factor(
    browser: Browser, file_town: Town
) -> None:
    _, token = link_for(file_town, Hat.COORDINATOR)
    path = f"/activate/{token}"
    page = newly.send(browser, path, step="begin")
    words, code, answer = newly.walk(browser, path, page)
    assert len(words) == 6
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", code)
    assert answer.status_code == 302
    inbox = browser.client.get("/signals/inbox", base_url=BASE)
    assert inbox.status_code == 303
    assert inbox.location.endswith("/second-step")


def test_a_link_works_once_and_for_72_hours(browser: Browser, file_town: Town) -> None:
    _, token = link_for(file_town, Hat.FRONTLINE)
    path = f"/activate/{token}"
    _, _, answer = newly.walk(browser, path, newly.send(browser, path, step="begin"))
    assert answer.status_code == 302
    used = newly.send(Browser(browser.app, file_town), path, 404, step="begin")
    unknown = newly.send(
        Browser(browser.app, file_town), "/activate/" + "A" * 43, 404, step="begin"
    )
    assert "werkt niet" in used
    assert "werkt niet" in unknown
    with file_town.work(writes=False) as work:
        assert work.data.scalar(select(func.count()).select_from(Invitation)) == 0


@pytest.mark.parametrize(("hours", "opens"), [(71, True), (72, False)])
def test_a_link_expires(town: Town, hours: int, opens: bool) -> None:
    _, token = link_for(town, Hat.FRONTLINE)
    town.clock.move_to(town.clock.now() + timedelta(hours=hours))
    with town.work(writes=False) as work:
        if opens:
            assert guest_of(work, token).name == "Nina Nieuw"
        else:
            with pytest.raises(NotFound):
                guest_of(work, token)


def test_of_two_who_use_a_link_at_once_one_gets_in(town: Town) -> None:
    _, token = link_for(town, Hat.FRONTLINE)
    with town.work(writes=False) as work:
        account_id = guest_of(work, token).account_id

    def one(_: int) -> bool:
        enrolment = enrol(account_id, "een twee drie vier", CHEAP)
        try:
            with open_work(town.house, writes=True) as work:
                activate(work, token, enrolment)
                work.commit()
        except NotFound:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(one, range(2))) == [False, True]
    with town.work(writes=False) as work:
        assert work.data.get_one(Account, account_id).state == AccountState.ACTIVE
        assert work.data.scalar(select(func.count()).select_from(LogInSession)) == 1


def test_there_are_five_draws_and_no_sixth(browser: Browser, file_town: Town) -> None:
    _, token = link_for(file_town, Hat.FRONTLINE)
    path = f"/activate/{token}"
    page = newly.send(browser, path, step="begin")
    draws = {tuple(newly.shown(page)[0])}
    for _ in range(4):
        page = newly.send(browser, path, step="again", carried=newly.carried(page))
        draws.add(tuple(newly.shown(page)[0]))
    assert len(draws) == 5
    assert "Andere woorden" not in page
    last = newly.send(browser, path, 422, step="again", carried=newly.carried(page))
    assert newly.shown(last)[0] == newly.shown(page)[0]


def test_wrong_words_go_no_further_and_can_be_seen_again(browser: Browser, file_town: Town) -> None:
    email, token = link_for(file_town, Hat.COORDINATOR)
    path = f"/activate/{token}"
    page = newly.send(browser, path, step="begin")
    words, code = newly.shown(page)
    second = newly.send(browser, path, step="seen", carried=newly.carried(page))
    assert words[0] not in re.sub(r"<input[^>]*>", "", second)
    right = newly.typed_back(second, words, code)
    for name in ("first", "second", "code_first", "code_second"):
        wrong = newly.send(browser, path, 422, **{**right, name: "zzzz"})
        assert "staat niet op die plek" in wrong
    back = newly.send(browser, path, step="back", carried=newly.carried(second))
    assert newly.shown(back) == (words, code)
    with file_town.work(writes=False) as work:
        state = work.data.scalar(select(Account.state).where(Account.email == email))
        assert state == AccountState.INVITED


def test_a_draw_of_another_link_is_no_draw(browser: Browser, file_town: Town) -> None:
    """What the page carries opens only with the link that it was made for."""
    _, token = link_for(file_town, Hat.FRONTLINE)
    path = f"/activate/{token}"
    page = newly.send(browser, path, step="begin")
    with file_town.committed("administrator") as work:
        account_id = work.data.scalars(
            select(Account.id).where(Account.email == "nieuw@proefdorp.test")
        ).one()
        other = new_link_token(work, account_id)
    fresh = newly.send(browser, f"/activate/{other}", step="done", carried=newly.carried(page))
    assert newly.shown(fresh)[0] != newly.shown(page)[0]


def test_the_pages_of_a_link_are_not_kept_nor_told(browser: Browser, file_town: Town) -> None:
    _, token = link_for(file_town, Hat.FRONTLINE)
    answer = browser.client.get(f"/activate/{token}", base_url=BASE)
    assert answer.headers["Referrer-Policy"] == "strict-origin"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.sqlite
def test_no_token_word_or_code_stands_in_files_or_logs(
    app: Flask, file_town: Town, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _, token = link_for(file_town, Hat.COORDINATOR)
    browser = Browser(app, file_town)
    path = f"/activate/{token}"
    words, code, answer = newly.walk(browser, path, newly.send(browser, path, step="begin"))
    assert answer.status_code == 302
    stored = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert stored
    said = "".join(capfd.readouterr()).encode()
    secrets = [token, code, code.replace("-", ""), " ".join(words), normalise(" ".join(words))]
    for secret in secrets:
        raw = secret if isinstance(secret, bytes) else secret.encode()
        assert raw not in stored
        assert raw not in said


def test_a_page_that_stood_open_too_long_begins_again(browser: Browser, file_town: Town) -> None:
    _, token = link_for(file_town, Hat.FRONTLINE)
    path = f"/activate/{token}"
    page = newly.send(browser, path, step="begin")
    late = {"csrf_token": "old", "step": "seen", "carried": newly.carried(page)}
    answer = browser.client.post(path, data=late, base_url=BASE, headers={"Referer": f"{BASE}/"})
    assert (answer.status_code, answer.location) == (302, path)
    assert "Begin opnieuw" in browser.open(path)
