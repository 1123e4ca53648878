"""A day in a made-up town, played through the services: every free text has a canary in it."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from kit.canaries import digits, word
from kit.cases import do, initiative, stepped, version
from kit.day_of_keys import (
    DRAFTS,
    choose_pin,
    draft_label,
    introduce,
    keep_drafts,
    linked_again,
    with_code,
    with_passkey,
)
from kit.receivers import asked
from kit.signals import a_signal
from kit.town import PASSPHRASE, Town
from signalering.domain.commands.cases.attempt import RecordAttempt
from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.consent import RecordConsent
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.commands.cases.plan import PlanTask
from signalering.domain.commands.referrals.propose import ProposeReferral
from signalering.domain.commands.signals.ask import AskReporter
from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.commands.signals.log import GivenContact, LogSignal
from signalering.domain.commands.signals.remark import RemarkOnSignal
from signalering.domain.commands.signals.reply import ReplyToCoordinator
from signalering.domain.lifecycles import TaskKind
from signalering.domain.states import (
    AttemptResult,
    Attendance,
    CaseOutcome,
    CaseState,
    Channel,
    ConsentScope,
    ConsentWay,
    ReferralState,
)
from signalering.domain.views.referrals.send import MadeLink
from signalering.services.accounts import log_in as logging_in
from signalering.services.cases.attempt import attempt
from signalering.services.cases.close import close as close_case
from signalering.services.cases.consent import consent
from signalering.services.cases.move import move
from signalering.services.cases.note import note
from signalering.services.cases.open import open as open_case
from signalering.services.cases.plan import plan
from signalering.services.keys.marks import write_marks
from signalering.services.referrals.propose import propose
from signalering.services.signals.ask import ask
from signalering.services.signals.close import close as close_signal
from signalering.services.signals.log import log
from signalering.services.signals.remark import remark
from signalering.services.signals.reply import reply
from signalering.services.signals.take import take
from signalering.services.work import Work, open_work
from signalering.vault.kinds import SessionSecret


@dataclass
class Day:
    """What was typed, by whom, and what came of it."""

    town: Town
    # label -> canary; notes by their reporter are those that a reporter can read again.
    canaries: dict[str, str] = field(default_factory=dict)
    notes_of: dict[str, set[str]] = field(default_factory=dict)
    signals: dict[str, UUID] = field(default_factory=dict)
    cases: dict[str, UUID] = field(default_factory=dict)
    cookies: dict[str, SessionSecret] = field(default_factory=dict)
    # Of faults, as their pages tell them.
    references: list[str] = field(default_factory=list)
    # What opens the coordinator's keys beside the passphrase: PRF output, recovery code.
    prf: bytes = field(default=b"", repr=False)
    code: str = field(default="", repr=False)
    # Of a referral whose receiver has not answered yet.
    link: MadeLink | None = field(default=None, repr=False)

    @property
    def words(self) -> set[str]:
        """Labels of what the team reads: all but what somebody keeps for oneself."""
        return set(self.canaries) - {draft_label(key) for key in DRAFTS}

    def words_of(self, key: str) -> set[str]:
        """Labels of what this person alone keeps."""
        return {draft_label(key)} & set(self.canaries)

    def say(self, label: str) -> str:
        """A sentence with a canary in it."""
        self.canaries[label] = word(label)
        return f"Er was iets met {self.canaries[label]} bij het raam."

    def contact(self, label: str) -> GivenContact:
        """Contact details with a canary in every field."""
        for name in ("name", "address", "moment"):
            self.canaries[f"{label}: {name}"] = word(f"{label}: {name}")
        self.canaries[f"{label}: phone"] = digits(f"{label}: phone")
        self.canaries[f"{label}: email"] = "kwink" + digits(f"{label}: email")
        told = self.canaries
        return GivenContact(
            name=f"{told[f'{label}: name'].capitalize()} Verzonnen",
            phone=f"06{told[f'{label}: phone']}",
            email=f"{told[f'{label}: email']}@post.test",
            address=f"{told[f'{label}: address']} 12",
            best_moment=f"na {told[f'{label}: moment']}",
        )

    def logs(
        self, key: str, label: str, *, details: bool = False, request: str = "contact"
    ) -> UUID:
        """Somebody logs a signal."""
        changes: dict[str, object] = {"note": self.say(f"{label}: note"), "request": request}
        if details:
            changes |= {"contact_answer": "yes_details", "contact": self.contact(label)}
        self.notes_of.setdefault(key, set()).add(f"{label}: note")
        command: LogSignal = a_signal(**changes)
        with self.town.committed(key) as work:
            self.signals[label] = log(work, command).signal_id
        return self.signals[label]

    def case(self, label: str, verb: str, command: object) -> None:
        """One step of a case, as the coordinator who keeps it."""
        do(self.town, lambda work: VERBS[verb](work, command), KEEPER[label])

    def version(self, label: str) -> int:
        """Of a case, as its page shows it."""
        with self.town.work(writes=False) as work:
            return version(work, self.cases[label])


VERBS = {
    "note": note,
    "attempt": attempt,
    "consent": consent,
    "plan": plan,
    "move": move,
    "close": close_case,
}
PLANNED = ("text", "place", "who", "bring", "reason")
KEEPER = {"long": "coordinator", "short": "other_coordinator"}
REPORTER = {"long": "worker", "short": "other_worker"}


def play(town: Town) -> Day:
    """Six signals of three people; two cases, one of them to its end; everybody is logged in.

    Two were typing something; one chose a PIN, has a passkey and a recovery code; one forgot the
    passphrase, and older signals lie ready.
    """
    day = Day(town)
    with town.committed() as work:
        write_marks(work)
    day.code = with_code(town, "coordinator")
    day.prf = with_passkey(town, "coordinator")
    linked_again(town, "untrained")
    for key in town.people:
        day.cookies[key] = logged_in(town, key)
        introduce(town, key, day.cookies[key])
    choose_pin(town, "coordinator", day.cookies["coordinator"])
    day.canaries |= keep_drafts(town)
    day.logs("worker", "long", details=True)
    day.logs("other_worker", "advice", request="advice")
    day.logs("worker", "waiting", details=True)
    day.logs("worker", "nothing asked", request="none")
    day.logs("coordinator", "by phone", details=True)
    day.logs("other_worker", "short", details=True)
    _triage(day)
    _long(day)
    _short(day)
    return day


def logged_in(town: Town, key: str) -> SessionSecret:
    """A session of this person; gives what the cookie keeps."""
    with open_work(town.house, writes=False) as work:
        tried = logging_in.challenge(work, town.people[key].email)
    keys = logging_in.prove(tried, PASSPHRASE)
    with open_work(town.house, writes=True) as work:
        cookie = logging_in.log_in(work, tried, keys, remembered=0)
        work.commit()
    return cookie


def _triage(day: Day) -> None:
    advice = day.signals["advice"]
    said = day.say("advice: remark")

    def end(work: Work) -> None:
        take(work, advice)
        remark(work, RemarkOnSignal(advice, said))
        close_signal(work, CloseSignal(advice, "advice_given", None, "thanks"))

    do(day.town, end)
    for label, key in KEEPER.items():
        signal_id, words = day.signals[label], day.say(f"{label}: remark")
        with day.town.committed(key) as work:
            take(work, signal_id)
            remark(work, RemarkOnSignal(signal_id, words))
        _talk(day, label, key)
        with day.town.committed(key) as work:
            day.cases[label] = open_case(work, signal_id)


def _talk(day: Day, label: str, keeper: str) -> None:
    """Keeper and reporter write to each other; both read it again."""
    signal_id, reporter = day.signals[label], REPORTER[label]
    said, answered = day.say(f"{label}: message"), day.say(f"{label}: reply")
    day.notes_of[reporter] |= {f"{label}: message", f"{label}: reply"}
    with day.town.committed(keeper) as work:
        ask(work, AskReporter(signal_id, said))
    with day.town.committed(reporter) as work:
        reply(work, ReplyToCoordinator(signal_id, answered))


def _long(day: Day) -> None:
    case_id = day.cases["long"]
    for number, result in enumerate((AttemptResult.NO_ANSWER, AttemptResult.REACHED)):
        said = day.say(f"long: attempt {number}")
        day.case(
            "long",
            "attempt",
            RecordAttempt(case_id, day.version("long"), Channel.PHONE, result, "morning", said),
        )
        day.town.clock.move_to(day.town.clock.now() + timedelta(hours=3))
    day.case("long", "note", WriteNote(case_id, day.version("long"), day.say("long: note 1")))
    day.case(
        "long", "note", WriteNote(case_id, day.version("long"), day.say("long: note 2"), corrects=1)
    )
    day.case(
        "long",
        "consent",
        RecordConsent(
            case_id,
            day.version("long"),
            ConsentScope.TELL_REPORTER,
            ConsentWay.SPOKEN_TO_COORDINATOR,
            "tell-reporter-2",
        ),
    )
    due_on = day.town.clock.today() + timedelta(days=9)
    words = {name: day.say(f"long: {name} of a task") for name in PLANNED}
    appointment = PlanTask(
        case_id,
        day.version("long"),
        TaskKind.APPOINTMENT,
        due_on,
        time="14:30",
        **words,
    )
    day.case("long", "plan", appointment)
    to, behind = initiative(day.town), day.say("long: behind")
    with day.town.committed("coordinator") as work:
        command = ProposeReferral(case_id, version(work, case_id), to, "social", behind)
        referral_id = propose(work, command)
    states = ReferralState
    for step in (states.CONSENTED, states.SENT, states.ACCEPTED, states.STARTED):
        stepped(day.town, referral_id, step)
    stepped(day.town, referral_id, attendance=Attendance.FIRST)
    _, day.link = asked(
        day.town,
        case_id,
        "WestlandOntmoet",
        name=f"{day.canaries['long: name'].capitalize()} Verzonnen",
        best_moment="",
        wish=day.say("long: wish"),
        along=day.say("long: along"),
    )
    day.case("long", "move", MoveCase(case_id, day.version("long"), CaseState.SUPPORTED))
    outcome = CaseOutcome.LINKED_AND_STARTED
    day.case("long", "close", CloseCase(case_id, day.version("long"), outcome))


def _short(day: Day) -> None:
    case_id = day.cases["short"]
    day.case("short", "note", WriteNote(case_id, day.version("short"), day.say("short: note")))
