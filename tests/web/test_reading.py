"""A GET keeps nothing of what it wrote: only its own entries in the audit trail are committed."""

from collections.abc import Callable

import pytest
from flask import Flask, Response, redirect
from kit.browser_like import BASE, Browser
from kit.town import Town
from sqlalchemy import update

from signalering.models.accounts.account import Account
from signalering.services.work import Work
from signalering.web.context import Answer, unit_of_work


@unit_of_work()
def by_statement(work: Work) -> Answer:
    """A statement of its own."""
    work.data.execute(update(Account).values(name="Anders"))
    return redirect("/")


@unit_of_work()
def by_row(work: Work) -> Answer:
    """A row that is changed."""
    for account in work.data.query(Account):
        account.name = "Anders"
    return redirect("/")


@pytest.mark.parametrize(("view", "status"), [(by_statement, 302), (by_row, 500)])
def test_a_page_that_reads_keeps_nothing(
    app: Flask, file_town: Town, view: Callable[[], Response], status: int
) -> None:
    app.view_functions["public.help"] = view
    browser = Browser(app, file_town)
    for method in ("GET", "HEAD"):
        answer = browser.client.open("/help", method=method, base_url=BASE)
        assert answer.status_code == status
    with file_town.work(writes=False) as work:
        assert not [one for one in work.data.query(Account) if one.name == "Anders"]
