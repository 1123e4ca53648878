"""The rest of a day on pages: a colleague comes by mail and goes, keys change, a case is erased."""

import html
import re
import subprocess
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select, update

from kit.canaries import digits
from kit.day import Day
from kit.mail import PASSWORD, SENDER, USER, Mailbox
from kit.newly import carried as carried_on
from kit.newly import shown, typed_back
from kit.people import told
from kit.real import Installation, Person
from kit.talk import COMMAND, PATIENCE, environment
from kit.town import PASSPHRASE
from signalering.models.accounts.account import Account
from signalering.models.accounts.session import LogInSession
from signalering.models.cases.case import Case
from signalering.services.accounts.totp import typed_secret
from signalering.services.retention.erase_case import erase_case
from signalering.services.retention.scrub import scrub
from signalering.vault.codes import code_at

LINK = re.compile(r"/activate/([A-Za-z0-9_-]{43})")
SECRET = re.compile(r'name="secret"[^>]*value="([A-Z2-7 ]+)"')
PIN = digits("pin")[:6]
NEW = "nieuw@proefdorp.test"


def typing_and_locking(day: Day, site: Installation, worker: Person, coordinator: Person) -> None:
    """A draft; a PIN, wrong and right, after the keys were taken out of every session."""
    worker.post("/draft", draft_place="signals.log", note=day.say("draft: note"))
    assert day.canaries["draft: note"] in worker.get("/signals/log").text
    coordinator.post("/pin", pin=PIN, pin_again=PIN)
    with site.town.committed() as work:
        work.data.execute(update(LogInSession).values(keys_sealed=None))
    assert coordinator.get("/cases").path == "/unlock"
    coordinator.post("/unlock", status=422, pin=PIN[::-1])
    coordinator.post("/unlock", pin=PIN)
    assert coordinator.get("/cases").path == "/cases"
    worker.post("/unlock", status=422, passphrase=f"{PASSPHRASE} {day.say('wrong passphrase')}")
    worker.post("/unlock", passphrase=PASSPHRASE)


def come_and_go(day: Day, site: Installation, box: Mailbox, coordinator: Person) -> None:
    """Invited by mail, with words, code and phone; given the key; deactivated; a new key."""
    administrator, newcomer = Person(site), Person(site)
    administrator.log_in("administrator")
    fields = {"name": "Nina Nieuw", "email": NEW, "language": "nl", "hats": "coordinator"}
    administrator.post("/accounts/invite", **fields)
    _work_loop(site, box)
    token = _link(box)
    day.canaries["link token"] = token
    _set_up(day, newcomer, f"/activate/{token}")
    with site.town.work(writes=False) as work:
        account_id = work.data.scalars(select(Account.id).where(Account.email == NEW)).one()
    seen, heard = told(site.town, account_id)
    coordinator.post(f"/keys/waiting/{account_id}/grant", shown=seen, heard=heard)
    administrator.post(f"/accounts/{account_id}/deactivate", confirmation="uitzetten")
    coordinator.post("/keys/rotate", reason="left")
    for _ in range(20):
        if "data-goes-on" not in coordinator.get("/keys/rotate").text:
            break
        coordinator.post("/keys/rotate")
    _work_loop(site, box)


def erased(site: Installation, case: str) -> None:
    """Back everything up, then erase the case; the backup keeps the sealed rows."""
    done = _command(site, "backup", "create")
    assert done.returncode == 0, done.stderr
    with site.town.committed("coordinator") as work:
        row = work.data.get_one(Case, UUID(case.rpartition("/")[2]))
        erase_case(work, row.reference)
    scrub(site.town.house)


def _set_up(day: Day, newcomer: Person, path: str) -> None:
    first = newcomer.post(path, step="begin").text
    words, code = shown(html.unescape(first))
    day.canaries |= {"drawn words": " ".join(words), "recovery code": code}
    second = newcomer.post(path, step="seen", carried=carried_on(first)).text
    newcomer.post(path, **typed_back(html.unescape(second), words, code))
    page = newcomer.get("/second-step").text
    found = SECRET.search(page)
    assert found is not None
    secret = typed_secret(found[1])
    day.canaries["totp secret"] = found[1].replace(" ", "")
    day.canaries["totp secret, as shown"] = found[1]
    # The server has the world's own clock.
    code_now = code_at(secret, datetime.now(UTC))
    answer = newcomer.post(
        "/second-step", secret=found[1], code=code_now, passphrase=" ".join(words)
    )
    assert answer.path != "/second-step"


def _link(box: Mailbox) -> str:
    bodies = [mail.get_body(("plain",)) for mail in box.mails]
    texts = [body.get_content() for body in bodies if body is not None]
    (found,) = {link[1] for text in texts for link in LINK.finditer(text)}
    return str(found)


def _work_loop(site: Installation, box: Mailbox) -> None:
    done = _command(
        site,
        "work",
        "--once",
        SIGNALERING_SMTP_HOST=box.server.host,
        SIGNALERING_SMTP_PORT=str(box.server.port),
        SIGNALERING_SMTP_USER=USER,
        SIGNALERING_SMTP_PASSWORD=PASSWORD,
        SIGNALERING_MAIL_FROM=SENDER,
        SSL_CERT_FILE=str(box.certificate),
    )
    assert done.returncode == 0, done.stderr


def _command(site: Installation, *words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """A command of the program; what it says is kept with the rest."""
    done = subprocess.run(
        [*COMMAND, *words],
        capture_output=True,
        timeout=PATIENCE * 4,
        env=environment(site.folder / "instance", TMPDIR=str(site.folder / "temporary"), **more),
        check=False,
    )
    with (site.folder / "commands.log").open("ab") as log:
        log.write(done.stdout + done.stderr)
    return done
