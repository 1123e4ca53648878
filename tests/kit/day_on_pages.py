"""The scripted day as people live it: through the pages of a real server, accidents included."""

import html
import re
from typing import Any
from uuid import uuid4

from kit.day import Day
from kit.day_of_comings import come_and_go, erased, typing_and_locking
from kit.mail import Mailbox
from kit.real import Installation, Person
from kit.town import PASSPHRASE
from signalering.domain.consent import CONTACT_TEXT_NOW
from signalering.models.accounts.account import Account
from signalering.models.directory.initiative import Initiative

SHORTEST: dict[str, Any] = {
    "indicators": ["says_lonely", "curtains"],
    "place": "monster",
    "age_band": "75+",
    "request": "contact",
    "contact_answer": "not_asked",
}
HELD = re.compile(r'name="held"[^>]*value="([^"]+)"')
VERSION = re.compile(r'name="version"[^>]*value="(\d+)"')
LINK = re.compile(r"/referral/([A-Za-z0-9_-]{43})")
REFERRAL = re.compile(r"/referrals/([0-9a-f-]{36})/advance")


def play(site: Installation, box: Mailbox) -> Day:
    """Everything that is typed has a canary in it, also what is refused, lost, held or breaks."""
    day = Day(site.town)
    worker, coordinator = Person(site), Person(site)
    worker.log_in("worker")
    coordinator.log_in("coordinator")
    signal = _logged(day, worker)
    case = _taken(day, coordinator, signal)
    _followed(day, coordinator, case, Person(site))
    _refused(day, worker)
    _stale(day, worker)
    _held(day, site, worker)
    _broken(day, site, coordinator, case)
    typing_and_locking(day, site, worker, coordinator)
    come_and_go(day, site, box, coordinator)
    other = _taken(day, coordinator, _logged(day, worker))
    coordinator.post("/cases/find", text=day.canaries["logged: name"])
    erased(site, other)
    worker.get("/signals/mine")
    coordinator.get("/cases")
    coordinator.post("/log-out")
    # What is typed to come in is no less secret than what is told of a resident.
    day.canaries["passphrase"] = PASSPHRASE
    return day


def _form(day: Day, label: str, *, details: bool = False) -> dict[str, Any]:
    fields = SHORTEST | {"token": uuid4().hex, "note": day.say(f"{label}: note")}
    if details:
        given = day.contact(label)
        fields |= {
            "contact_answer": "yes_details",
            "text_version": CONTACT_TEXT_NOW,
            "contact_name": given.name,
            "contact_phone": given.phone,
            "contact_email": given.email,
            "contact_address": given.address,
            "contact_best_moment": given.best_moment,
        }
    return fields


def _logged(day: Day, worker: Person) -> str:
    receipt = worker.post("/signals/log", **_form(day, "logged", details=True))
    signal_id = re.fullmatch(r"/signals/([0-9a-f-]{36})/receipt", receipt.path)
    assert signal_id is not None
    return signal_id[1]


def _taken(day: Day, coordinator: Person, signal: str) -> str:
    seen = coordinator.post(f"/signals/{signal}/take")
    assert day.canaries["logged: note"] in seen.text
    coordinator.post(f"/signals/{signal}/remark", text=day.say("remark"))
    case = coordinator.post(f"/signals/{signal}/open-case")
    assert day.canaries["logged: phone"] in case.text
    return case.path


def _followed(day: Day, coordinator: Person, case: str, receiver: Person) -> None:
    def step(path: str, **fields: Any) -> str:
        version = VERSION.search(coordinator.get(case).text)
        assert version is not None
        return coordinator.post(f"{case}/{path}", version=version[1], **fields).text

    step("note", text=day.say("case note"))
    step(
        "attempt",
        channel="phone",
        part_of_day="morning",
        result="reached",
        text=day.say("attempt"),
    )
    step("consent", scope="tell_reporter", way="spoken_to_coordinator")
    with day.town.work(writes=False) as work:
        to = work.data.query(Initiative).first()
        assert to is not None
        chosen = str(to.id)
    said = day.say("behind")
    seen = step("propose-referral", loneliness="social", behind=said, initiative=chosen)
    found = REFERRAL.search(seen)
    assert found is not None
    _referred(day, coordinator, found[1], receiver)
    seen = coordinator.get(case).text
    for label in ("case note", "attempt", "behind", "wish", "along"):
        assert day.canaries[label] in seen


def _referred(day: Day, coordinator: Person, referral: str, receiver: Person) -> None:
    """By link: the mail server can't be reached, so it is shown; the receiver takes it on."""

    def step(path: str, **fields: Any) -> str:
        version = VERSION.search(coordinator.get(f"/referrals/{referral}/advance").text)
        assert version is not None
        where = f"/referrals/{referral}/{path}"
        return coordinator.post(where, version=version[1], **fields).text

    step("advance", step="consented", way="spoken_to_coordinator")
    package = {
        "name": day.canaries["logged: name"],
        "kinds": "phone",
        "best_moment": "",
        "wish": day.say("wish"),
        "along": day.say("along"),
        "receiver": "post@initiatief.test",
    }
    step("send", step="preview", **package)
    link = LINK.search(step("send", step="mail", **package))
    assert link is not None
    day.canaries["referral token"] = link[1]
    receiver.get(f"/referral/{link[1]}")
    read = receiver.post(f"/referral/{link[1]}").text
    for label in ("wish", "along", "logged: phone"):
        assert day.canaries[label] in read
    receiver.post(f"/referral/{link[1]}/answer", said="accepted")
    receiver.post(f"/referral/{link[1]}/answer", said="call")


def _refused(day: Day, worker: Person) -> None:
    """The guard finds a number; the note comes back, and so do the details."""
    fields = _form(day, "refused", details=True)
    fields["note"] += " Bel 0174 123456."
    back = worker.post("/signals/log", status=422, **fields)
    for label in ("refused: note", "refused: name", "refused: phone"):
        assert day.canaries[label] in back.text or day.canaries[label].capitalize() in back.text


def _stale(day: Day, worker: Person) -> None:
    back = worker.post("/signals/log", status=403, csrf="stale", **_form(day, "stale"))
    assert day.canaries["stale: note"] in back.text


def _held(day: Day, site: Installation, worker: Person) -> None:
    """The session ends while somebody types; after the log-in it is all there again."""
    token, fields = worker.token(), _form(day, "held", details=True)
    with site.town.committed() as work:
        account = work.data.get_one(Account, site.town.people["worker"].account_id)
        account.session_epoch += 1
    shut = worker.post("/signals/log", status=403, csrf=token, **fields)
    held = HELD.search(shut.text)
    assert held is not None
    assert day.canaries["held: note"] not in shut.text
    back = worker.log_in("worker", held=html.unescape(held[1]))
    assert day.canaries["held: note"] in back.text


def _broken(day: Day, site: Installation, coordinator: Person, case: str) -> None:
    """The database loses a table under a note that is being written."""
    version = VERSION.search(coordinator.get(case).text)
    assert version is not None
    with site.town.house.data.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE case_entry RENAME TO case_entry_gone")
    said = day.say("broken")
    fault = coordinator.post(f"{case}/note", status=500, version=version[1], text=said)
    logged = _form(day, "broken", details=True)
    with site.town.house.data.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE case_entry_gone RENAME TO case_entry")
        connection.exec_driver_sql("ALTER TABLE triage_entry RENAME TO triage_entry_gone")
    coordinator.post("/signals/log", status=500, **logged)
    with site.town.house.data.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE triage_entry_gone RENAME TO triage_entry")
    found = re.search(r"\b[0-9a-f]{8}\b", re.sub(r"<[^>]+>", " ", fault.text))
    assert found is not None
    day.references.append(found[0])
