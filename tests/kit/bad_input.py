"""A whole form for every page that takes one, and what can be wrong with it."""

from collections.abc import Iterator
from urllib.parse import quote_plus
from uuid import UUID, uuid4
from zlib import crc32

from sqlalchemy import select

from kit.account_forms import account_forms
from kit.audit_forms import audit_forms
from kit.card_forms import card_forms
from kit.cases import case_in, case_row, closed_case, opened, referral_in, referral_row, version
from kit.form import FIRST_COUNTS, MARK, Form, Values
from kit.handing import handing_forms
from kit.measures import consented
from kit.meetings import meeting_forms
from kit.newcomers import invited
from kit.newsletter import newsletter_forms
from kit.offers import offer_forms
from kit.open_data import key_forms
from kit.partners import partner_forms
from kit.people import forgot, told
from kit.programs import program_forms
from kit.published import publish
from kit.receivers import receiver_forms
from kit.reporter_forms import reporter_forms
from kit.retention_forms import retention_forms
from kit.rights_forms import rights_forms
from kit.setting_forms import setting_forms
from kit.signals import logged, taken
from kit.task_forms import task_forms
from kit.town import PASSPHRASE, PHONE, Town
from kit.training import training_forms
from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.lifecycles import AlarmKind, MailFault, MailKind, MailState
from signalering.domain.states import CaseState, Hat, ReferralState
from signalering.models.keys.forgotten import KeyAlarm
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts.deactivate import deactivate
from signalering.services.accounts.totp import shown_secret
from signalering.services.cases.hand_back import hand_back
from signalering.services.network.queue import queue
from signalering.services.signals.close import close
from signalering.vault.codes import code_at


def forms(town: Town) -> dict[str, Form]:
    """By endpoint; each would be carried out as it is."""
    fresh, mine = logged(town), logged(town)
    ended, kept = taken(town), taken(town)
    with town.committed("coordinator") as work:
        close(work, CloseSignal(ended, "advice_given"))
    case, shut, loose = case_in(town, CaseState.IN_CONVERSATION), closed_case(town), opened(town)
    with town.committed("coordinator") as work:
        hand_back(work, loose, version(work, loose))
    referral = referral_in(town, ReferralState.PROPOSED, case)
    seen = {"version": case_row(town, case).version}
    of_case, of_signal = {"case_id": case}, {"signal_id": kept}
    other = referral_row(town, referral_in(town, ReferralState.PROPOSED)).initiative_id
    publish(town, [2025], 60)
    found = {
        "statistics.foreword": Form(
            "coordinator",
            {"period": "2025H1"},
            {"version": "0", "text": MARK},
            words=("text",),
            optional=frozenset({"text"}),
        ),
        "accounts.log_in": Form(
            "nobody",
            values={"email": "worker@proefdorp.test", "passphrase": PASSPHRASE, "next": "/start"},
            words=("email", "passphrase"),
        ),
        "accounts.language": Form(
            "nobody", values={"language": "en"}, codes=("language",), several=FIRST_COUNTS
        ),
        "accounts.scheme": Form(
            "nobody", values={"scheme": "dark"}, codes=("scheme",), several=FIRST_COUNTS
        ),
        "accounts.hat": Form(
            "worker", values={"hat": "frontline"}, codes=("hat",), several=FIRST_COUNTS
        ),
        "accounts.log_out": Form("manager"),
        "accounts.totp": Form(
            "other_worker",
            values={"secret": shown_secret(PHONE), "passphrase": PASSPHRASE}
            | {"code": code_at(PHONE, town.clock.now())},
            codes=("secret",),
            words=("code", "passphrase"),
        ),
        "accounts.deactivate": Form(
            "administrator",
            _of(town, "untrained"),
            {"confirmation": "uitzetten"},
            words=("confirmation",),
        ),
        "accounts.reactivate": Form("administrator", _gone(town)),
        "accounts.hats": Form(
            "administrator",
            _of(town, "manager"),
            {"hats": ["manager", "administrator"]},
            codes=("hats",),
            several=frozenset({"hats"}),
        ),
        "accounts.relink": _compared(town, forgot(town, "other_worker").account_id),
        "keys.grant": _compared(town, invited(town, "newcomer", Hat.COORDINATOR).account_id),
        "signals.log": _log(),
        "signals.withdraw": Form(
            "worker",
            {"signal_id": mine},
            {"confirmation": "intrekken"},
            words=("confirmation",),
        ),
        "signals.take": Form("coordinator", {"signal_id": fresh}),
        "signals.assign": Form(
            "coordinator",
            values={
                "signals": [str(logged(town)), str(logged(town))],
                "owner": str(town.people["other_coordinator"].account_id),
            },
            codes=("signals", "owner"),
            several=frozenset({"signals"}),
        ),
        "signals.hand_back": Form("coordinator", of_signal),
        "cases.open": Form("coordinator", of_signal),
        "signals.ask": Form(
            "coordinator",
            of_signal,
            {"message": f"{MARK}: vraag", "kind": "question"},
            words=("message",),
        ),
        "signals.ask_both": Form(
            "coordinator",
            {"signal_id": kept},
            {"other": str(fresh), "message": f"{MARK}: beide"},
            codes=("other",),
            words=("message",),
        ),
        "signals.reply": Form(
            "worker", {"signal_id": logged(town)}, {"text": f"{MARK}: bericht"}, words=("text",)
        ),
        "signals.remark": Form("coordinator", of_signal, {"text": MARK}, words=("text",)),
        "signals.reopen": Form(
            "coordinator", {"signal_id": ended}, {"reason": "new_information"}, codes=("reason",)
        ),
        "signals.close": Form(
            "coordinator",
            of_signal,
            {"ending": "advice_given", "feedback": "thanks"},
            codes=("ending", "feedback"),
            optional=frozenset({"feedback"}),
        ),
        "cases.take": Form("coordinator", {"case_id": loose}),
        "cases.hand_back": Form("coordinator", of_case, seen, codes=("version",)),
        "cases.reopen": Form(
            "coordinator",
            {"case_id": shut},
            {"reason": "new_information", "version": case_row(town, shut).version},
            codes=("reason", "version"),
        ),
        "cases.note": Form(
            "coordinator", of_case, seen | {"text": MARK}, codes=("version",), words=("text",)
        ),
        "cases.attempt": Form(
            "coordinator",
            of_case,
            seen
            | {"channel": "phone", "part_of_day": "morning", "result": "no_answer", "text": MARK},
            codes=("version", "channel", "part_of_day", "result"),
            words=("text",),
            optional=frozenset({"text"}),
        ),
        "cases.consent": Form(
            "coordinator",
            of_case,
            seen | {"scope": "measure", "way": "spoken_to_coordinator"},
            codes=("version", "scope", "way"),
        ),
        "cases.withdraw_consent": Form(
            "coordinator",
            of_case,
            seen | {"consent": "contact", "way": "written", "confirmation": "intrekken"},
            codes=("version", "consent", "way"),
            words=("confirmation",),
        ),
        "cases.measure": _measure(town),
        "cases.move": Form("coordinator", of_case, seen | {"to": "supported"}, ("version", "to")),
        "cases.pause": Form(
            "coordinator",
            of_case,
            seen | {"paused_until": "2026-12-10", "reason": "away"},
            codes=("version", "paused_until", "reason"),
        ),
        "cases.close": Form(
            "coordinator", of_case, seen | {"outcome": "own_strength"}, ("version", "outcome")
        ),
        **reporter_forms(town),
        "referrals.propose": Form(
            "coordinator",
            {"case_id": shut},
            {"version": case_row(town, shut).version, "initiative": other}
            | {"loneliness": "social", "behind": MARK},
            codes=("version", "initiative", "loneliness"),
            words=("behind",),
        ),
        "referrals.advance": Form(
            "coordinator",
            {"referral_id": referral},
            {"version": referral_row(town, referral).version, "step": "consented"}
            | {"way": "spoken_to_coordinator"},
            codes=("version", "step", "way"),
        ),
    }
    found["referrals.propose"] = _propose(town, found["referrals.propose"])
    return (
        found
        | account_forms(town)
        | _of_keys_and_mail(town)
        | card_forms(town)
        | training_forms(town)
        | handing_forms(town)
        | receiver_forms(town)
        | offer_forms(town)
        | partner_forms(town)
        | meeting_forms(town)
        | task_forms(town)
        | rights_forms(town)
        | key_forms(town)
        | program_forms(town)
        | retention_forms(town)
        | audit_forms(town)
        | newsletter_forms(town)
        | setting_forms(town)
    )


def _of_keys_and_mail(town: Town) -> dict[str, Form]:
    with town.committed() as work:
        account_id = town.people["manager"].account_id
        queue(work, MailKind.KEYS_RECOVERED, account_id)
        mail = work.data.scalars(select(OutboxMail)).first()
        assert mail is not None
        mail.state, mail.fault, mail.tries = MailState.FAILED, MailFault.REFUSED, 6
        of_mail = {"mail_id": mail.id}
        today = work.clock.today()
        work.keys.add(
            KeyAlarm(
                kind=AlarmKind.USER_KEY, object_id=account_id, noticed_on=today, acknowledged=False
            )
        )
    return {
        "keys.alarm": Form("administrator", {"object_id": account_id}),
        "keys.rotate": Form(
            "coordinator",
            values={"reason": "known", "confirmation": "wisselen"},
            codes=("reason",),
            words=("confirmation",),
        ),
        "network.resend": Form("administrator", of_mail),
        "network.deliver": Form("administrator", of_mail),
        "cases.find": Form("coordinator", values={"text": "Verzonnen"}, words=("text",)),
        "signals.find": Form("coordinator", values={"reference": "CCCCCCCC"}, words=("reference",)),
    }


def _of(town: Town, key: str) -> dict[str, UUID]:
    return {"account_id": town.people[key].account_id}


def _gone(town: Town) -> dict[str, UUID]:
    account_id = invited(town, "gone", Hat.MANAGER).account_id
    with town.committed("administrator") as work:
        deactivate(work, account_id)
    return {"account_id": account_id}


def _compared(town: Town, account_id: UUID) -> Form:
    shown, heard = told(town, account_id)
    values = {"shown": shown, "heard": heard}
    return Form("coordinator", {"account_id": account_id}, values, words=("shown", "heard"))


def _propose(town: Town, form: Form) -> Form:
    case = case_in(town, CaseState.IN_CONVERSATION)
    values = form.values | {"version": case_row(town, case).version}
    return Form(form.who, {"case_id": case}, values, form.codes, form.words)


def _measure(town: Town) -> Form:
    case = case_in(town, CaseState.SUPPORTED)
    consented(town, case)
    return Form(
        "coordinator",
        {"case_id": case},
        {"version": case_row(town, case).version, "moment": "0", "direct": "3"}
        | {"day": town.clock.today().isoformat(), "response": "answered"},
        codes=("version", "moment", "day", "response", "direct"),
    )


def _log() -> Form:
    return Form(
        "worker",
        values={
            "token": uuid4().hex,
            "indicators": ["says_lonely", "curtains"],
            "place": "monster",
            "age_band": "75+",
            "lives_with": "alone",
            "duration": "months",
            "loneliness": "social",
            "main_wish": "encounters",
            "further_wishes": ["listening"],
            "talked_about": "yes",
            "request": "contact",
            "contact_answer": "yes_details",
            "contact_name": f"{MARK}: naam",
            "contact_phone": "0174 55 55 55",
            "contact_email": "iemand@post.test",
            "contact_address": f"{MARK}: adres",
            "contact_best_moment": f"{MARK}: moment",
            "note": f"{MARK}: notitie",
        },
        codes=(
            "indicators",
            "place",
            "age_band",
            "lives_with",
            "duration",
            "loneliness",
            "main_wish",
            "further_wishes",
            "talked_about",
            "request",
            "contact_answer",
        ),
        words=("contact_name", "contact_email", "contact_address", "contact_best_moment", "note"),
        optional=frozenset(
            {
                "lives_with",
                "duration",
                "loneliness",
                "main_wish",
                "further_wishes",
                "talked_about",
                "contact_email",
                "contact_address",
                "contact_best_moment",
                "note",
            }
        ),
        several=frozenset({"indicators", "further_wishes"}),
    )


# Tried at every field, and those of which each field gets one in turn: over the forms, all of them
# at all kinds of fields.
BAD_CODES, BAD_CODES_IN_TURN = ("no-such-code", "a\x00b"), ("x" * 10_000, "\u202e", "%00", "🜛" * 50)
BAD_WORDS, BAD_WORDS_IN_TURN = (
    ("x" * 10_000, "a\x00b"),
    ("a\x07b", "om\u202egedraaid", "half \ufffd"),
)


def spoilt(form: Form) -> Iterator[tuple[str, bytes]]:
    """What is wrong, and the body that is sent."""
    for name in form.codes:
        for bad in (*BAD_CODES, _one_of(BAD_CODES_IN_TURN, form, name)):
            yield f"{name} is {bad[:12]!r}", encoded(form.body | {name: [bad]})
    for name in form.words:
        for bad in (*BAD_WORDS, _one_of(BAD_WORDS_IN_TURN, form, name)):
            yield f"{name} has {bad[:12]!r}", encoded(form.body | {name: [bad]})
    for name in (*form.codes, *form.words):
        rest = {other: value for other, value in form.body.items() if other != name}
        yield f"{name} is no UTF-8", encoded(rest) + f"&{name}=%ff%fe%c3".encode()
        if name not in form.several:
            twice = form.body | {name: form.body[name] * 2}
            yield f"{name} comes twice", encoded(twice)
        if name not in form.optional:
            yield f"{name} is missing", encoded(rest)


def _one_of(kinds: tuple[str, ...], form: Form, name: str) -> str:
    """Always the same one for the same field of the same form."""
    return kinds[crc32(" ".join((*form.codes, *form.words, name)).encode()) % len(kinds)]


def encoded(body: Values) -> bytes:
    """As browsers send it."""
    pairs = [f"{quote_plus(name)}={quote_plus(one)}" for name, all_ in body.items() for one in all_]
    return "&".join(pairs).encode()
