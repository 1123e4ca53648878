"""Forgotten words: the code opens once, gives new words and keeps the keys."""

import pytest
from flask import Flask
from kit import newly
from kit.browser_like import Browser
from kit.town import CHEAP, PASSPHRASE, Town
from kit.trail import entries
from sqlalchemy import select

from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import UnlockWay
from signalering.models.accounts.account import Account
from signalering.models.keys.user import UserKey, UserWrap
from signalering.services.accounts import log_in, recover
from signalering.services.accounts.enrol import enrol, store
from signalering.vault.recovery_codes import new_code

WORDS = "appel banaan citroen druif eikel framboos"


def with_code(town: Town, key: str) -> str:
    """Give this person a recovery code."""
    code = new_code()
    person = town.people[key]
    done = enrol(person.account_id, PASSPHRASE, CHEAP, secret=person.secret, code=code)
    with town.committed() as work:
        store(work, done)
    return code


def test_the_code_gives_new_words_for_the_same_keys(app: Flask, file_town: Town) -> None:
    code = with_code(file_town, "coordinator")
    person = file_town.people["coordinator"]
    browser = Browser(app, file_town)
    along = {"email": person.email, "code": code.lower().replace("-", " ")}
    page = newly.send(browser, "/recover", **along)
    words, fresh, answer = newly.walk(browser, "/recover", page, **along)
    assert answer.status_code == 302
    assert fresh != code
    with file_town.work(writes=False) as work:
        tried = log_in.challenge(work, person.email)
    keys = log_in.prove(tried, " ".join(words))
    assert log_in.is_right(tried, keys)
    assert not log_in.is_right(tried, log_in.prove(tried, PASSPHRASE))
    with file_town.work(writes=False) as work:
        assert log_in.unwrap(work, person.account_id, keys) == person.secret
        assert recover.find(work, person.email, fresh).secret == person.secret
        with pytest.raises(CannotOpen):
            recover.find(work, person.email, code)
        assert work.data.get_one(Account, person.account_id).session_epoch == 1
    assert len(entries(file_town, "recovery_used")) == 1


def test_every_failure_reads_the_same(app: Flask, file_town: Town) -> None:
    with_code(file_town, "coordinator")
    texts = set()
    for email in ("coordinator@proefdorp.test", "worker@proefdorp.test", "nobody@proefdorp.test"):
        page = newly.send(Browser(app, file_town), "/recover", 422, email=email, code=new_code())
        assert "horen niet bij elkaar" in page
        texts.add(page.replace(email, "").split("alert__title")[1].split("</ul>")[0])
    assert len(texts) == 1


def test_guessing_slows_down(app: Flask, file_town: Town) -> None:
    browser = Browser(app, file_town)
    fields = {"email": "coordinator@proefdorp.test", "code": "AAAA"}
    codes = [newly.answered(browser, "/recover", **fields).status_code for _ in range(7)]
    assert codes[0] == 422
    assert codes[-1] == 429


def test_of_two_who_use_a_code_the_second_gets_nothing(town: Town) -> None:
    code = with_code(town, "coordinator")
    person = town.people["coordinator"]
    with town.work(writes=False) as work:
        found = recover.find(work, person.email, code)
    done = enrol(person.account_id, WORDS, CHEAP, secret=found.secret, code=new_code())
    with town.committed() as work:
        recover.recover(work, found, done)
    with town.work() as work, pytest.raises(CannotOpen):
        recover.recover(work, found, done)


def test_a_code_of_a_swapped_key_opens_nothing(town: Town) -> None:
    code = with_code(town, "coordinator")
    person = town.people["coordinator"]
    with town.committed() as work:
        other = work.keys.get_one(UserKey, town.people["worker"].account_id).public_key
        work.keys.get_one(UserKey, person.account_id).public_key = other
    with town.work(writes=False) as work, pytest.raises(CannotOpen):
        recover.find(work, person.email, code)


def test_there_is_one_wrap_of_each_way(town: Town) -> None:
    with_code(town, "coordinator")
    with_code(town, "coordinator")
    account_id = town.people["coordinator"].account_id
    with town.work(writes=False) as work:
        ways = work.keys.scalars(
            select(UserWrap.way).where(UserWrap.account_id == account_id)
        ).all()
    assert sorted(ways) == sorted([UnlockWay.PASSPHRASE, UnlockWay.RECOVERY_CODE])
