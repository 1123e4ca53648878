"""Signals of eight quarters: logged, taken, ended; some become cases, the last ones still wait."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from signalering.demo.cases import Path, case_story, in_conversation, just_opened, tried_once
from signalering.demo.stage import Stage
from signalering.demo.town import ROLES
from signalering.demo.words import (
    FAMILY_NAMES,
    GIVEN_NAMES,
    MOMENTS,
    NOTES,
    REMARKS,
    STREETS,
)
from signalering.domain.clock import AMSTERDAM
from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.commands.signals.log import GivenContact, LogSignal
from signalering.domain.commands.signals.remark import RemarkOnSignal
from signalering.domain.states import ContactAnswer, Hat
from signalering.domain.vocabularies import vocabulary
from signalering.services.cases.open import open as open_case
from signalering.services.signals.card import make_card
from signalering.services.signals.close import close
from signalering.services.signals.log import log
from signalering.services.signals.remark import remark
from signalering.services.signals.take import take

CASES = 30
WORKERS = tuple(role.key for role in ROLES if Hat.FRONTLINE in role.hats)
# Older people in more signals, as in life.
AGES = ("75+",) * 4 + ("65-74",) * 3 + ("35-64",) * 3 + ("18-34", "unknown")
# So many days ago somebody logged a signal that nobody took yet; the first is overdue.
WAITING_SINCE = (7, 4, 3, 1, 1, 0)
# And so many days ago one that is a case by now, and asks for something today.
UNDER_WAY: tuple[tuple[int, Path], ...] = (
    (24, in_conversation),
    (11, tried_once),
    (10, tried_once),
    (5, just_opened),
)
QUIET_DAYS = 10
ENDINGS = ("advice_given", "signposted", "handed_over", "not_suitable")


def signals(stage: Stage, begin: date, how_many: int) -> None:
    """Spread the signals evenly, with a little chance; a few of the last days still wait."""
    today = stage.now.astimezone(AMSTERDAM).date()
    days = (today - begin).days - QUIET_DAYS
    case_every = how_many // CASES
    for ago in WAITING_SINCE:
        stage.at(today - timedelta(days=ago), _Log(stage, WORKERS[0], waits=True))
    for ago, path in UNDER_WAY:
        act = _Log(stage, WORKERS[1], becomes_case=True, path=path)
        stage.at(today - timedelta(days=ago), act)
    for number in range(how_many - len(WAITING_SINCE)):
        day = begin + timedelta(days=number * days // how_many + stage.random.randrange(4))
        # The last of the shown worker, so that "my signals" has something to show.
        worker = WORKERS[0] if number % 10 == 0 else stage.random.choice(WORKERS)
        stage.at(day, _Log(stage, worker, becomes_case=number % case_every == case_every - 1))


class _Log:
    """A worker logs a signal; the coordinator's part follows within two working days."""

    def __init__(
        self,
        stage: Stage,
        worker: str,
        *,
        becomes_case: bool = False,
        waits: bool = False,
        path: Path | None = None,
    ) -> None:
        self.stage, self.worker, self.path = stage, worker, path
        self.becomes_case, self.waits = becomes_case, waits

    def __call__(self) -> None:
        command = self._command()
        with self.stage.as_(self.worker) as work:
            if command.contact_answer == ContactAnswer.CARD:
                command = replace(command, card_code=make_card(work))
            receipt = log(work, command)
        if command.request != "none" and not self.waits:
            soon = self.stage.clock.today() + timedelta(days=self.stage.random.choice((1, 1, 2)))
            signal_id = receipt.signal_id
            self.stage.at(soon, lambda: self._triage(signal_id))

    def _command(self) -> LogSignal:
        random = self.stage.random
        indicators = [code for code in vocabulary("indicators").codes if code != "says_lonely"]
        picked = random.sample(indicators, random.choice((1, 2, 2, 3)))
        if random.random() < 0.4:
            picked.append("says_lonely")
        promising = self.becomes_case or self.waits
        request = "contact" if promising else random.choice(("contact", "advice", "none"))
        answer = "yes_details" if promising else random.choice(("no", "not_asked", "card"))
        wishes = [code for code in vocabulary("wishes").codes if code != "nothing_now"]
        return LogSignal(
            token=f"{random.getrandbits(128):032x}",
            indicators=tuple(picked),
            place=random.choice(list(vocabulary("villages").codes)),
            age_band=random.choice(AGES),
            request=request,
            contact_answer=answer,
            lives_with=random.choice(("alone", "alone", "alone", "partner", "single_parent")),
            duration=random.choice(list(vocabulary("duration").codes)),
            loneliness=random.choice(list(vocabulary("kinds_of_loneliness").codes)),
            main_wish=random.choice(wishes),
            talked_about=random.choice(list(vocabulary("talked_about").codes)),
            note=random.choice(NOTES),
            contact=self._contact() if answer == "yes_details" else GivenContact(),
        )

    def _contact(self) -> GivenContact:
        random = self.stage.random
        street = f"{random.choice(STREETS)} {random.randrange(1, 90)}"
        return GivenContact(
            name=f"{random.choice(GIVEN_NAMES)} {random.choice(FAMILY_NAMES)}",
            phone=f"06 {random.randrange(10_000_000, 10_000_099)}",
            address=street,
            best_moment=random.choice(MOMENTS),
        )

    def _triage(self, signal_id: UUID) -> None:
        with self.stage.as_("coordinator") as work:
            take(work, signal_id)
        later = self.stage.clock.today() + timedelta(days=1)
        self.stage.at(later, lambda: self._end(signal_id))

    def _end(self, signal_id: UUID) -> None:
        random = self.stage.random
        if self.becomes_case:
            with self.stage.as_("coordinator") as work:
                case_id = open_case(work, signal_id)
            case_story(self.stage, case_id, self.path)
            return
        ending = random.choice(ENDINGS)
        reason = "other_problem" if ending == "not_suitable" else None
        with self.stage.as_("coordinator") as work:
            if random.random() < 0.3:
                remark(work, RemarkOnSignal(signal_id, random.choice(REMARKS)))
            close(work, CloseSignal(signal_id, ending, reason, "thanks"))
