"""How the installation fares: what is said in which case, and that nothing tells of residents."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from kit import trail
from kit.mail import mail_server, never
from kit.signals import taken
from kit.town import Town
from sqlalchemy import delete, text, update

from signalering.domain.errors import Denied, NotAllowedNow, TooOften
from signalering.domain.lifecycles import MailFault, MailKind, MailState
from signalering.domain.mail_server import MailSecurity, MailServer
from signalering.domain.state_texts import CHECKS, STATE_TEXTS, Check, Standing
from signalering.domain.upkeep_names import JOBS, MAIL, Marked
from signalering.models.keys.group import GroupEpoch, RecoveryKey
from signalering.models.keys.user import UserWrap
from signalering.models.network.outbox import OutboxMail
from signalering.services.network.queue import queue
from signalering.services.retention.backup import create
from signalering.services.settings._machine import GIGA, disk_code
from signalering.services.settings.marks import is_news, mark
from signalering.services.settings.state import state, state_of
from signalering.services.settings.try_mail import note_trial, trial_letter, try_mail
from signalering.services.upkeep import run_jobs, send_mail


def codes(town: Town) -> dict[Check, str]:
    with town.work(writes=False) as work:
        return {line.check: line.code for line in state_of(work).lines}


def jobs_line(town: Town) -> tuple[str, object]:
    with town.work(writes=False) as work:
        line = next(one for one in state_of(work).lines if one.check is Check.JOBS)
    return line.code, line.params


def later(town: Town, **by: int) -> None:
    town.clock.move_to(town.clock.now() + timedelta(**by))


def test_of_a_new_installation(town: Town) -> None:
    found = codes(town)
    assert set(found) == set(CHECKS) - {Check.MAIL_TEST, Check.JOBS}
    assert found[Check.VERSION] == "version_fits"
    assert found[Check.DATA] == found[Check.KEYSTORE] == "database"
    assert found[Check.LOOP] == "loop_never"
    assert found[Check.OUTBOX] == "outbox_empty"
    assert found[Check.MAIL] == "mail_missing"
    assert found[Check.CASEWORK_KEY] == "key_held"
    assert found[Check.AUDIT_KEY] == "key_few", "the town has one privacy officer"
    assert found[Check.RECOVERY] == "recovery_there"
    assert found[Check.BACKUP] == "backup_never"
    assert found[Check.CHAIN] == "chain_unchecked"
    assert found[Check.SIGN_ON] == "sign_on_unset"


def test_a_text_of_the_site_that_cannot_be_read(file_town: Town) -> None:
    assert codes(file_town)[Check.SITE] == "site_sound"
    own = file_town.house.settings.instance / "site" / "nl"
    own.mkdir(parents=True)
    (own / "helps.md").write_text("no title", "utf-8")
    assert codes(file_town)[Check.SITE] == "site_faulty"


def test_every_line_has_its_text_and_what_is_wrong_something_to_do() -> None:
    assert set(CHECKS) == set(Check)
    for code, one in STATE_TEXTS.items():
        assert bool(one.to_do) is (one.standing is not Standing.GOOD), code


def test_the_work_loop_and_its_jobs(file_town: Town) -> None:
    assert run_jobs(file_town.house, never) == []
    assert codes(file_town)[Check.LOOP] == "loop_runs"
    assert codes(file_town)[Check.JOBS] == "jobs_done"
    with file_town.work(writes=False) as work:
        jobs = {one.name for one in state_of(work).jobs}
    assert jobs == set(JOBS) - {MAIL}, "each has a name that people read; no mail can be sent"
    later(file_town, hours=3)
    assert codes(file_town)[Check.LOOP] == "loop_late"
    later(file_town, days=1)
    assert codes(file_town)[Check.LOOP] == "loop_stopped"


def test_mail_is_marked_each_round_and_shows_when_it_fails_or_stops(
    file_town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server(tmp_path) as box:
        monkeypatch.setenv("SSL_CERT_FILE", str(box.certificate))
        settings = replace(file_town.house.settings, mail=box.server)
        town = replace(file_town, house=replace(file_town.house, settings=settings))
        run_jobs(town.house, never)
        assert send_mail(town.house, never)
        assert jobs_line(town) == ("jobs_done", {})
        with town.work(writes=False) as work:
            mail = next(one for one in state_of(work).jobs if one.name == MAIL)
        assert (mail.done_at, mail.failed) == (town.clock.now(), False)
        later(town, minutes=15)
        with town.committed() as work:
            work.data.execute(text("ALTER TABLE outbox_mail RENAME TO gone"))
        assert not send_mail(town.house, never)
        with town.committed() as work:
            work.data.execute(text("ALTER TABLE gone RENAME TO outbox_mail"))
        assert jobs_line(town) == ("jobs_failed", {"jobs": MAIL})
        later(town, seconds=15)
        assert send_mail(town.house, never)
        assert jobs_line(town) == ("jobs_done", {})
        later(town, hours=3)
        run_jobs(town.house, never)
        assert jobs_line(town) == ("jobs_stopped", {"jobs": MAIL})


def test_what_is_done_every_few_seconds_is_written_down_now_and_then(file_town: Town) -> None:
    def said(*, well: bool) -> bool:
        with file_town.committed() as work:
            news = is_news(work, MAIL, well=well)
            if news:
                mark(work, {MAIL: well})
        return news

    assert (said(well=True), said(well=True)) == (True, False)
    later(file_town, minutes=5)
    assert said(well=True)
    later(file_town, seconds=15)
    assert said(well=False)
    later(file_town, seconds=15)
    assert (said(well=True), said(well=True)) == (True, False)


def test_where_no_mail_can_be_sent_none_is_marked(file_town: Town) -> None:
    assert send_mail(file_town.house, never)
    with file_town.work(writes=False) as work:
        assert state_of(work).jobs == ()


def test_databases_of_another_version_are_told_and_nothing_else_is_asked(file_town: Town) -> None:
    with file_town.committed() as work:
        work.data.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        work.data.execute(text("INSERT INTO alembic_version VALUES ('0025')"))
        work.data.execute(text("DROP TABLE upkeep_mark"))
    with file_town.work(writes=False) as work:
        view = state_of(work)
    (line,) = view.of(Standing.ACT)
    assert (line.code, line.params["data"]) == ("version_differs", "0025")
    assert [one.check for one in view.lines] == [
        Check.VERSION,
        Check.DATA,
        Check.KEYSTORE,
        Check.ROLE,
        Check.DISK,
    ]
    assert (view.jobs, view.can_test_mail) == ((), False)


def test_a_job_that_failed_shows_until_it_is_done(file_town: Town) -> None:
    with file_town.committed() as work:
        work.data.execute(text("ALTER TABLE certificate RENAME TO gone"))
    run_jobs(file_town.house, never)
    with file_town.work(writes=False) as work:
        line = next(one for one in state_of(work).lines if one.check is Check.JOBS)
    assert (line.code, line.params) == ("jobs_failed", {"jobs": "training_reminders"})
    with file_town.committed() as work:
        work.data.execute(text("ALTER TABLE gone RENAME TO certificate"))
    later(file_town, minutes=10)
    run_jobs(file_town.house, never)
    assert codes(file_town)[Check.JOBS] == "jobs_done"


def test_mail_that_waits_is_late_or_failed(file_town: Town) -> None:
    with file_town.committed() as work:
        queue(work, MailKind.KEYS_RECOVERED, file_town.people["manager"].account_id)
    assert codes(file_town)[Check.OUTBOX] == "outbox_waits"
    later(file_town, hours=2)
    assert codes(file_town)[Check.OUTBOX] == "outbox_late"
    with file_town.committed() as work:
        work.data.execute(update(OutboxMail).values(state=MailState.FAILED.value))
    assert codes(file_town)[Check.OUTBOX] == "outbox_failed"


def test_a_backup_grows_old(file_town: Town, tmp_path: Path) -> None:
    create(file_town.house, tmp_path / "backups", lambda _: None)
    assert codes(file_town)[Check.BACKUP] == "backup_fresh"
    later(file_town, days=3)
    assert codes(file_town)[Check.BACKUP] == "backup_old"
    later(file_town, days=5)
    assert codes(file_town)[Check.BACKUP] == "backup_late"


@pytest.mark.parametrize(
    ("name", "check", "well", "old", "broken"),
    [
        (Marked.CHAIN_CHECKED, Check.CHAIN, "chain_whole", "chain_unchecked", "chain_broken"),
        (
            Marked.BACKUP_CHECKED,
            Check.BACKUP_CHECK,
            "backup_checked",
            "backup_unchecked",
            "backup_broken",
        ),
    ],
)
def test_what_was_checked(
    file_town: Town, name: Marked, check: Check, well: str, old: str, broken: str
) -> None:
    for is_well, code in ((True, well), (False, broken), (True, well)):
        later(file_town, minutes=1)
        with file_town.committed() as work:
            mark(work, {name: is_well})
        assert codes(file_town)[check] == code
    later(file_town, days=36)
    assert codes(file_town)[check] == old


def test_keys_that_nobody_could_open(file_town: Town) -> None:
    with file_town.committed() as work:
        work.keys.execute(delete(UserWrap))
        work.keys.execute(update(GroupEpoch).values(rotation_due=True))
    found = codes(file_town)
    assert found[Check.CASEWORK_KEY] == found[Check.AUDIT_KEY] == "key_lost"
    assert found[Check.ALARMS] == "rotation_asked"
    with file_town.committed() as work:
        work.keys.execute(update(RecoveryKey).values(current=False))
    assert codes(file_town)[Check.RECOVERY] == "recovery_missing"


@pytest.mark.parametrize(
    ("free", "total", "code"),
    [
        (50 * GIGA, 100 * GIGA, "disk_roomy"),
        (9 * GIGA, 100 * GIGA, "disk_low"),
        (1 * GIGA, 5 * GIGA, "disk_low"),
        (2 * GIGA, 100 * GIGA, "disk_full"),
        (GIGA // 4, 1 * GIGA, "disk_full"),
    ],
)
def test_room_on_the_disk(free: int, total: int, code: str) -> None:
    assert disk_code(free, total) == code


def test_no_line_counts_signals_or_cases(file_town: Town) -> None:
    with file_town.work(writes=False) as work:
        before = state_of(work).lines
    taken(file_town)
    with file_town.work(writes=False) as work:
        after = state_of(work).lines
    apart = {one.check for one, other in zip(before, after, strict=True) if one != other}
    # Its reporter gets a mail the next morning, and the databases grow.
    assert apart <= {Check.OUTBOX, Check.DATA, Check.KEYSTORE}


def test_nobody_else_sees_it(file_town: Town) -> None:
    with file_town.work("coordinator") as work, pytest.raises(Denied):
        state(work)
    with file_town.work("coordinator") as work, pytest.raises(Denied):
        trial_letter(work)


def test_a_trial_goes_the_way_of_all_mail(
    file_town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server(tmp_path) as box:
        monkeypatch.setenv("SSL_CERT_FILE", str(box.certificate))
        settings = replace(file_town.house.settings, mail=box.server)
        town = replace(file_town, house=replace(file_town.house, settings=settings))
        assert codes(town)[Check.MAIL_TEST] == "mail_never_tested"
        assert tried(town) is None
        assert box.receivers() == ["administrator@proefdorp.test"]
        assert codes(town)[Check.MAIL_TEST] == "mail_tested"
        with town.work("administrator") as work, pytest.raises(TooOften):
            trial_letter(work)
        assert box.receivers() == ["administrator@proefdorp.test"]
        later(town, minutes=2)
        box.answers.append("550 no such user")
        assert tried(town) is MailFault.REFUSED
    assert codes(town)[Check.MAIL_TEST] == "mail_test_failed"
    later(town, minutes=2)
    assert tried(town) is MailFault.UNREACHABLE
    results = [one["details"]["result"] for one in trail.entries(town, "mail_tested")]
    assert results == ["sent", "refused", "unreachable"]


def test_of_two_clicks_at_once_one_sends(file_town: Town) -> None:
    """Before anything is written down of how it went."""
    town = with_server(file_town)
    with town.work("administrator") as work:
        trial_letter(work)
    with town.work("administrator") as work, pytest.raises(TooOften) as refused:
        trial_letter(work)
    assert 1 <= refused.value.wait <= 60
    with town.work("coordinator") as work, pytest.raises(Denied):
        trial_letter(work)
    later(town, seconds=61)
    with town.work("administrator") as work:
        trial_letter(work)


def test_clicks_on_two_nodes_at_once_send_one(file_town: Town) -> None:
    town = with_server(file_town)

    def click(_: int) -> bool:
        try:
            with town.work("administrator") as work:
                trial_letter(work)
        except TooOften:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(click, range(4))) == 1


def with_server(town: Town) -> Town:
    server = MailServer("127.0.0.1", 9, MailSecurity.TLS, "noreply@proefdorp.test")
    settings = replace(town.house.settings, mail=server)
    return replace(town, house=replace(town.house, settings=settings))


def test_without_a_mail_server_there_is_nothing_to_try(file_town: Town) -> None:
    with file_town.work("administrator") as work, pytest.raises(NotAllowedNow):
        trial_letter(work)


def tried(town: Town) -> MailFault | None:
    with town.work("administrator") as work:
        letter = trial_letter(work)
    fault = try_mail(town.house, letter)
    with town.committed("administrator") as work:
        note_trial(work, fault)
    return fault
