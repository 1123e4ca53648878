"""The forms by which people come, go, lock, unlock and prove who they are."""

from uuid import UUID

from kit.authenticator import Authenticator
from kit.day_of_keys import with_code
from kit.form import Form
from kit.passkeys import id_of, make
from kit.sessions import PIN
from kit.town import PASSPHRASE, Town
from kit.undoing import handed_back
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.states import Hat
from signalering.services.accounts.invite import invite, new_link_token

FIRST = frozenset({"which", "draft_place", "purpose"})
# Logged in, and nothing unlocked.
KEYLESS = "without keys"


def account_forms(town: Town) -> dict[str, Form]:
    """By endpoint."""
    return _by_link(town) | _of_sessions() | _of_passkeys(town) | _undoing(town)


def _undoing(town: Town) -> dict[str, Form]:
    values = handed_back(town)
    return {"accounts.undo": Form("coordinator", values=values, codes=tuple(values))}


def _by_link(town: Town) -> dict[str, Form]:
    account_id, token = _invited(town)
    of_invited = {"account_id": account_id}
    code = with_code(town, "other_coordinator")
    return {
        "accounts.activate": Form("nobody", {"token": token}, {"step": "begin"}),
        "accounts.recover": Form(
            "nobody",
            values={"email": town.people["other_coordinator"].email, "code": code},
            words=("email", "code"),
        ),
        "accounts.passphrase": Form(
            "worker", values={"passphrase": PASSPHRASE}, words=("passphrase",)
        ),
        "accounts.invite": Form(
            "administrator",
            values={"name": "Nieuwe Collega", "email": "nog@proefdorp.test", "language": "nl"}
            | {"hats": ["frontline"], "partner": "Praktijk De Kas"},
            codes=("hats", "partner", "language"),
            words=("name", "email"),
            several=frozenset({"hats"}),
        ),
        "accounts.send_link": Form("administrator", of_invited),
        "accounts.show_link": Form("administrator", of_invited),
        "accounts.reset": Form(
            "administrator",
            {"account_id": town.people["other_worker"].account_id},
            {"confirmation": "wissen"},
            words=("confirmation",),
        ),
    }


def _of_sessions() -> dict[str, Form]:
    return {
        "accounts.extend": Form("worker"),
        "accounts.end_session": Form(
            "worker", values={"which": "others"}, codes=("which",), several=FIRST
        ),
        "accounts.pin": Form(
            "worker", values={"pin": PIN, "pin_again": PIN}, words=("pin", "pin_again")
        ),
        "accounts.unlock": Form(KEYLESS, values={"passphrase": PASSPHRASE}, words=("passphrase",)),
        "accounts.draft": Form(
            "worker",
            values={"draft_place": "signals.log", "note": "Half af"},
            codes=("draft_place",),
            several=FIRST,
        ),
    }


def _of_passkeys(town: Town) -> dict[str, Form]:
    device = Authenticator()
    make(town, "worker", device)
    of_passkey = {"passkey_id": id_of(town, device).id}
    return {
        "accounts.passkey_challenge": Form(
            "worker", values={"purpose": "add"}, codes=("purpose",), several=FIRST
        ),
        "accounts.passkey_log_in": Form("nobody", values={"answer": "{}"}, codes=("answer",)),
        "accounts.passkey_add": Form(
            "worker",
            values={"name": "Werklaptop", "answer": "{}"},
            codes=("answer",),
            words=("name",),
        ),
        "accounts.passkey_rename": Form(
            "worker", of_passkey, {"name": "Andere naam"}, words=("name",)
        ),
        "accounts.passkey_renew": Form("worker", of_passkey, {"answer": "{}"}, codes=("answer",)),
        "accounts.passkey_remove": Form("worker", of_passkey),
    }


def _invited(town: Town) -> tuple[UUID, str]:
    with town.committed("administrator") as work:
        hats, partner = frozenset({Hat.FRONTLINE}), "Praktijk De Kas"
        account = invite(work, Invite("link@proefdorp.test", "Nina Nieuw", hats, partner))
        return account.id, new_link_token(work, account.id)
