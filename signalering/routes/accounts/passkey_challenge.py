"""What a script asks for before it calls the authenticator."""

from uuid import UUID

from flask import Blueprint, Response, abort, jsonify, request

from signalering.domain.errors import Denied
from signalering.services.accounts import second_factor
from signalering.services.accounts.passkey_challenge import (
    Asked,
    Purpose,
    ask_to_make,
    ask_to_show,
)
from signalering.services.work import Work, open_work
from signalering.web import passkeys
from signalering.web.context import house
from signalering.web.cookies import session_cookie_name
from signalering.web.visitor import current_locked, current_visitor, read_cookie


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/passkeys/challenge", "passkey_challenge", passkey_challenge, methods=["POST"]
    )


def passkey_challenge() -> Response:
    """Options for the browser as JSON. With `own` only passkeys of the account at hand serve."""
    wanted = request.form.get("purpose", "")
    if wanted not in (Purpose.ADD, Purpose.LOG_IN, Purpose.RENEW):
        abort(422)
    # It only reads: a stranger who asks again and again keeps nobody from writing.
    with open_work(house(), writes=False) as work:
        asked = _asked(work, Purpose(wanted))
    passkeys.keep(asked)
    return jsonify(asked.options)


def _asked(work: Work, purpose: Purpose) -> Asked:
    visitor = current_visitor()
    if purpose is Purpose.LOG_IN:
        return ask_to_show(work, account_at_hand(work) if request.form.get("own") else None)
    if visitor is None:
        raise Denied
    if purpose is Purpose.ADD:
        return ask_to_make(work, visitor.actor.account_id)
    return ask_to_show(work, visitor.actor.account_id, purpose)


def account_at_hand(work: Work) -> UUID | None:
    """Who is logged in, locked, or half-way through a log-in."""
    known = current_visitor() or current_locked()
    if known is not None:
        return known.actor.account_id
    cookie = read_cookie(request, session_cookie_name(house().settings))
    waiting = second_factor.pending(work, cookie) if cookie is not None else None
    return waiting.state.account_id if waiting is not None else None
