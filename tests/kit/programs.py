"""Partners' programs: their clients, their tokens, and what they ask."""

import base64
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from kit.browser_like import BASE
from kit.form import MARK, Form
from kit.partners import partner_id
from kit.town import Town
from signalering.domain.api import ApiScope
from signalering.domain.commands.api.signal_links import MakeLink
from signalering.domain.commands.api.token import AskToken
from signalering.domain.commands.partners.clients import MakeClient
from signalering.domain.views.api.caller import Caller
from signalering.domain.views.partners.clients import NewClient
from signalering.models.api.client import ApiClient
from signalering.models.partners.partner import Partner
from signalering.services.api.signal_links import signal_links
from signalering.services.api.token import token
from signalering.services.partners.clients import make_client

PRACTICE, HOUSING = "Praktijk De Kas", "Wonen aan Zee"
AT = "/api/v1"
ALL = tuple(scope.value for scope in ApiScope)
ADDRESS = "192.0.2.20"
CODES = {"indicators": ("says_lonely",), "place": ("monster",), "age_band": ("75+",)}


def agreed(town: Town) -> None:
    """Every organisation of the town has an agreement."""
    with town.committed() as work:
        for row in work.data.scalars(select(Partner)):
            row.agreement_on, row.agreement_version = work.clock.today(), "1"


def client_of(
    town: Town,
    partner: str = PRACTICE,
    scopes: tuple[str, ...] = ALL,
    name: str = "Dossiersysteem",
    *,
    days: int = 30,
) -> NewClient:
    """A client that works for so many days from now."""
    agreed(town)
    until = town.clock.today() + timedelta(days=days)
    with town.committed("administrator") as work:
        return make_client(work, MakeClient(partner_id(town, partner), name, scopes, until))


def token_of(town: Town, client: NewClient, *scopes: str) -> str:
    """A token of it, as the address gives one."""
    asked = AskToken(client.client_id, client.secret, frozenset(scopes))
    return token(town.house, asked, ADDRESS).token


def caller_of(town: Town, partner: str = PRACTICE, *scopes: ApiScope) -> Caller:
    """Somebody who was let in."""
    client = client_of(town, partner)
    found = frozenset(scopes or ApiScope)
    return Caller(client.client_id, partner_id(town, partner), found)


def laid_ready(town: Town, caller: Caller, codes: Any = CODES, key: str = "") -> str:
    """The token of a link to these codes."""
    with town.committed() as work:
        return signal_links(work, caller, MakeLink(codes, key))


def client_row(town: Town, client_id: UUID) -> ApiClient:
    """Its row as it is now."""
    with town.work(writes=False) as work:
        row = work.data.get_one(ApiClient, client_id)
        work.data.expunge(row)
        return row


def ask(
    app: Flask, path: str, token: str | None = None, method: str = "GET", **more: Any
) -> TestResponse:
    """As a program does: without a cookie."""
    headers: Mapping[str, str] = more.pop("headers", {})
    sent = {} if token is None else {"Authorization": f"Bearer {token}"}
    client = more.pop("client", None) or app.test_client()
    answer: TestResponse = client.open(
        AT + path, method=method, base_url=BASE, headers={**sent, **headers}, **more
    )
    return answer


def basic(client: NewClient, secret: str | None = None) -> dict[str, str]:
    """The header that proves a client."""
    text = f"{client.client_id}:{client.secret if secret is None else secret}"
    return {"Authorization": f"Basic {base64.b64encode(text.encode()).decode()}"}


def ask_token(app: Flask, headers: Mapping[str, str], **form: str) -> TestResponse:
    """Ask for a token."""
    data = {"grant_type": "client_credentials", **form}
    return ask(app, "/token", None, "POST", headers=headers, data=data)


def path_of(address: str) -> str:
    """Of a whole address what comes behind the version."""
    return re.sub(rf"^{BASE}{AT}", "", address)


def program_forms(town: Town) -> dict[str, Form]:
    """The forms about programs, each as it would be carried out."""
    caller = caller_of(town, PRACTICE)
    at = {"partner_id": partner_id(town, PRACTICE)}
    until = (town.clock.today() + timedelta(days=200)).isoformat()
    return {
        "partners.clients": Form(
            "administrator",
            at,
            {"name": f"{MARK}: een programma", "scopes": [ALL[0]], "until_on": until},
            ("scopes", "until_on"),
            ("name",),
            several=frozenset({"scopes"}),
        ),
        "partners.revoke_client": Form("administrator", at | {"client_id": caller.client_id}),
        "signals.open_link": Form("worker", {"token": laid_ready(town, caller)}),
    }
