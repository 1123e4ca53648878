"""One sealed value of each kind in a day's town: where it stands, and who reads it how."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from kit.day import Day
from kit.day_of_keys import DRAFTS
from kit.sessions import PIN
from kit.town import CHEAP, PASSPHRASE, RECOVERY
from signalering.domain.commands.cases.list import CaseFilter, ListCases
from signalering.domain.lifecycles import UnlockWay
from signalering.models.accounts.draft import Draft
from signalering.models.accounts.relink import Relink
from signalering.models.accounts.session import LogInSession
from signalering.models.cases.case import Case
from signalering.models.keys.group import GroupEpoch
from signalering.models.keys.user import UserWrap
from signalering.models.referrals.referral import Referral
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.accounts import log_in as logging_in
from signalering.services.accounts import recover
from signalering.services.cases.list import list_cases
from signalering.services.cases.show import open_record as open_case
from signalering.services.referrals.packages import open_package
from signalering.services.signals.mine import mine
from signalering.services.signals.show import open_record as open_signal
from signalering.services.work import Work
from signalering.vault.groups import open_recovery_wrap
from signalering.vault.own import open_own
from signalering.vault.passphrases import passkey_kek
from signalering.vault.pins import open_with_pin
from signalering.vault.relinks import open_signals
from signalering.vault.sessions import find_hash
from signalering.vault.tags import purpose_tag
from signalering.vault.users import unwrap_user_secret

Reader = Callable[[Day, Work], object]
Key = dict[str, Any]


@dataclass(frozen=True)
class Seal:
    """One row's sealed value, and who reads it by which service."""

    column: str
    who: str
    key: Callable[[Day, Work], Key]
    read: Reader


def _entry(name: str, number: int) -> Callable[[Day, Work], Key]:
    return lambda day, _: {"signal_id": day.signals[name], "number": number}


def _case_entry(number: int) -> Callable[[Day, Work], Key]:
    return lambda day, _: {"case_id": day.cases["long"], "number": number}


def _contact(day: Day, work: Work) -> Key:
    found = select(ContactDetails.id).where(ContactDetails.case_id == day.cases["long"])
    return {"id": work.data.scalars(found).one()}


def _case_wrap(day: Day, work: Work) -> Key:
    return {"key_id": work.data.get_one(Case, day.cases["long"]).key_id, "holder": "casework"}


def _thread_wrap(holder: str) -> Callable[[Day, Work], Key]:
    return lambda day, work: {
        "key_id": work.data.get_one(Signal, day.signals["long"]).thread_key_id,
        "holder": holder,
    }


def _grant(day: Day, work: Work) -> Key:
    account_id = day.town.people["coordinator"].account_id
    epochs = select(GroupEpoch.id).where(GroupEpoch.group == "casework")
    return {"account_id": account_id, "epoch_id": work.keys.scalars(epochs).one()}


def own_row(key: str) -> Callable[[Day, Work], Key]:
    """The row of this person's account."""
    return lambda day, _: {"account_id": day.town.people[key].account_id}


def _casework(day: Day, work: Work) -> Key:
    del day
    return {"id": work.keys.scalars(select(GroupEpoch.id).where(GroupEpoch.number == 1)).first()}


def _log_in(key: str) -> Callable[[Day, Work], object]:
    def done(day: Day, work: Work) -> object:
        tried = logging_in.challenge(work, day.town.people[key].email)
        return logging_in.log_in(work, tried, logging_in.prove(tried, PASSPHRASE))

    return done


def _recover(day: Day, work: Work) -> object:
    epoch = work.keys.get_one(GroupEpoch, _casework(day, work)["id"])
    return open_recovery_wrap(RECOVERY, epoch.recovery_wrap, epoch.group, epoch.id)


def _signal(day: Day, work: Work) -> object:
    return open_signal(work, day.signals["long"])


def _case(day: Day, work: Work) -> object:
    return open_case(work, day.cases["long"])


def _list(day: Day, work: Work) -> object:
    del day
    return list_cases(work, ListCases(CaseFilter.CLOSED))


def cookie_row(day: Day, work: Work) -> Key:
    """The row of the coordinator's session."""
    return {"find_hash": find_hash(day.cookies["coordinator"])}


def _row(day: Day, work: Work) -> LogInSession:
    found = find_hash(day.cookies["coordinator"])
    return work.data.get_one(LogInSession, found, populate_existing=True)


def _by_pin(day: Day, work: Work) -> object:
    sealed = _row(day, work).pin_sealed
    assert sealed is not None
    return open_with_pin(day.cookies["coordinator"], PIN, sealed, CHEAP)


def _about(day: Day, work: Work) -> object:
    row = _row(day, work)
    assert row.own_tag is not None
    assert row.about_sealed is not None
    return open_own(work.opened.secret, "session", row.own_tag, row.about_sealed)


def draft_row(day: Day, work: Work) -> Key:
    """The worker's draft."""
    del day
    return {"tag": purpose_tag(work.opened.tags, "draft", DRAFTS["worker"])}


def _draft(day: Day, work: Work) -> object:
    row = work.data.get_one(Draft, draft_row(day, work)["tag"])
    return open_own(work.opened.secret, "draft", row.tag, row.sealed)


def _relinked(day: Day, work: Work) -> object:
    row = work.data.get_one(Relink, day.town.people["untrained"].account_id)
    assert row.sealed is not None
    return open_signals(work.opened.secret, row.sealed, row.account_id)


def _way(way: UnlockWay) -> Callable[[Day, Work], Key]:
    return lambda day, work: own_row("coordinator")(day, work) | {"way": way.value}


def _by_code(day: Day, work: Work) -> object:
    return recover.find(work, day.town.people["coordinator"].email, day.code)


def _by_passkey(day: Day, work: Work) -> object:
    account_id = day.town.people["coordinator"].account_id
    mine = select(UserWrap.wrapped).where(
        UserWrap.account_id == account_id, UserWrap.way == UnlockWay.PASSKEY
    )
    kek = passkey_kek(day.prf, account_id)
    wrapped = work.keys.scalars(mine).one()
    return unwrap_user_secret(kek, wrapped, account_id, UnlockWay.PASSKEY)


def _package_row(day: Day, work: Work) -> Key:
    del work
    assert day.link is not None
    return {"id": day.link.referral_id}


def _package(day: Day, work: Work) -> object:
    assert day.link is not None
    referral = work.data.get_one(Referral, day.link.referral_id, populate_existing=True)
    return open_package(work, referral, day.link.token)


SEALS = (
    Seal("referral.package", "untrained", _package_row, _package),
    Seal("thread_entry.sealed", "coordinator", _entry("long", 1), _signal),
    Seal("thread_entry.sealed", "worker", _entry("long", 2), lambda _, work: mine(work)),
    Seal("triage_entry.sealed", "coordinator", _entry("long", 2), _signal),
    Seal("contact_details.sealed", "coordinator", _contact, _case),
    Seal("contact_details.sealed", "other_coordinator", _contact, _list),
    Seal("case_entry.sealed", "coordinator", _case_entry(1), _case),
    Seal("case_entry.sealed", "coordinator", _case_entry(4), _case),
    Seal("wrap.wrapped", "coordinator", _case_wrap, _case),
    Seal("wrap.wrapped", "coordinator", _thread_wrap("casework"), _signal),
    Seal("wrap.wrapped", "worker", _thread_wrap("reporter"), lambda _, work: mine(work)),
    Seal("key_grant.wrapped", "coordinator", _grant, _case),
    Seal("user_wrap.wrapped", "worker", own_row("worker"), _log_in("worker")),
    Seal("credential.totp_sealed", "coordinator", own_row("coordinator"), _log_in("coordinator")),
    Seal("group_epoch.recovery_wrap", "coordinator", _casework, _recover),
    Seal("user_wrap.wrapped", "coordinator", _way(UnlockWay.RECOVERY_CODE), _by_code),
    Seal("user_wrap.wrapped", "coordinator", _way(UnlockWay.PASSKEY), _by_passkey),
    Seal("log_in_session.pin_sealed", "coordinator", cookie_row, _by_pin),
    Seal("log_in_session.about_sealed", "coordinator", cookie_row, _about),
    Seal("draft.sealed", "worker", draft_row, _draft),
    Seal("relink.sealed", "untrained", own_row("untrained"), _relinked),
)
