"""Stories of cases: reached or not, linked or not; each goes on until today ends it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from signalering.demo.stage import Stage
from signalering.demo.words import BEHIND, CASE_NOTES
from signalering.domain.commands.cases.attempt import RecordAttempt
from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.consent import RecordConsent
from signalering.domain.commands.cases.feedback import GiveFeedback
from signalering.domain.commands.cases.inform import Inform
from signalering.domain.commands.cases.measure import RecordMeasure
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.commands.referrals.advance import AdvanceReferral
from signalering.domain.commands.referrals.propose import ProposeReferral
from signalering.domain.consent import SHARE_TEXT_NOW, TEXT_NOW
from signalering.domain.contact_protocol import REACHED
from signalering.domain.measures import Response
from signalering.domain.moments import START
from signalering.domain.rights import INFORM_TEXT_NOW
from signalering.domain.states import (
    AttemptResult,
    Attendance,
    CaseOutcome,
    CaseState,
    Channel,
    ConsentScope,
    ConsentWay,
    FeedbackLine,
    InformedWay,
    ReferralState,
)
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.models.referrals.referral import Referral
from signalering.services.cases.attempt import attempt
from signalering.services.cases.close import close
from signalering.services.cases.consent import consent
from signalering.services.cases.feedback import feedback
from signalering.services.cases.inform import inform
from signalering.services.cases.measure import measure
from signalering.services.cases.move import move
from signalering.services.cases.note import note
from signalering.services.directory.standings import has_stopped
from signalering.services.referrals.advance import advance
from signalering.services.referrals.propose import propose
from signalering.services.work import Work

Verb = Callable[[Work], object]


class Story:
    """One case's path: verbs with the days between them."""

    def __init__(self, stage: Stage, case_id: UUID) -> None:
        self.stage, self.case_id = stage, case_id
        self.referral_id: UUID | None = None
        self.informed = False

    def tell(self, steps: list[tuple[int, Verb]]) -> None:
        """Play the first step after its days, and the others after it."""
        if not steps:
            return
        days, verb = steps[0]

        def act() -> None:
            with self.stage.as_("coordinator") as work:
                verb(work)
            self.tell(steps[1:])

        self.stage.at(self.stage.clock.today() + timedelta(days=days), act)

    def version(self, work: Work) -> int:
        """As the form would have it."""
        return work.data.get_one(Case, self.case_id).version

    def tried(self, channel: Channel, part: str, result: AttemptResult) -> Verb:
        """A contact attempt; with the first word the resident hears what is kept."""
        told = result in REACHED and not self.informed
        self.informed |= told
        return lambda work: attempt(
            work,
            RecordAttempt(self.case_id, self.version(work), channel, result, part, informed=told),
        )

    def noted(self) -> Verb:
        """A note."""
        text = self.stage.random.choice(CASE_NOTES)
        return lambda work: note(work, WriteNote(self.case_id, self.version(work), text))

    def moved(self, to: CaseState) -> Verb:
        """A step of the case; nothing when it stands there already."""

        def verb(work: Work) -> None:
            if work.data.get_one(Case, self.case_id).state != to:
                move(work, MoveCase(self.case_id, self.version(work), to))

        return verb

    def closed(self, outcome: CaseOutcome) -> Verb:
        """The end."""
        return lambda work: close(work, CloseCase(self.case_id, self.version(work), outcome))

    def informs(self) -> Verb:
        """The resident hears of the case, whatever else is said."""

        def verb(work: Work) -> None:
            seen, today = self.version(work), work.clock.today()
            text = INFORM_TEXT_NOW
            inform(work, Inform(self.case_id, seen, InformedWay.SPOKEN, today, text))

        return verb

    def told(self, line: FeedbackLine) -> Verb:
        """The reporter hears of it."""
        return lambda work: feedback(
            work, GiveFeedback(self.case_id, self.version(work), line=line)
        )

    def agreed(self) -> Verb:
        """A yes to being measured."""
        return lambda work: consent(
            work,
            RecordConsent(
                self.case_id,
                self.version(work),
                ConsentScope.MEASURE,
                ConsentWay.SPOKEN_TO_COORDINATOR,
                TEXT_NOW[ConsentScope.MEASURE],
            ),
        )

    def measured(self, months: int, direct: tuple[int, ...]) -> Verb:
        """One of these answers to the direct question; now and then somebody doesn't want to."""
        said = self.stage.random.choice(direct)
        wants = self.stage.random.random() < 0.8
        return lambda work: measure(
            work,
            RecordMeasure(
                self.case_id,
                self.version(work),
                months,
                work.clock.today(),
                Response.ANSWERED if wants else Response.REFUSED,
                said,
            ),
        )

    def proposed(self) -> Verb:
        """A referral to some initiative."""

        def verb(work: Work) -> None:
            ids = work.data.scalars(select(Initiative.id).order_by(Initiative.name)).all()
            chosen = self.stage.random.choice([one for one in ids if not has_stopped(work, one)])
            behind = self.stage.random.choice(BEHIND)
            self.referral_id = propose(
                work,
                ProposeReferral(self.case_id, self.version(work), chosen, "social", behind),
            )

        return verb

    def stepped(
        self,
        to: ReferralState | None = None,
        attendance: Attendance | None = None,
        reason: str | None = None,
    ) -> Verb:
        """A step of the referral."""

        def verb(work: Work) -> None:
            referral = work.data.get_one(Referral, self.referral_id)
            consented = to is ReferralState.CONSENTED
            advance(
                work,
                AdvanceReferral(
                    referral.id,
                    referral.version,
                    to,
                    attendance,
                    reason,
                    ConsentWay.SPOKEN_TO_COORDINATOR if consented else None,
                    SHARE_TEXT_NOW if consented else "",
                ),
            )

        return verb


Path = Callable[[Story], list[tuple[int, Verb]]]


def case_story(stage: Stage, case_id: UUID, path: Path | None = None) -> None:
    """Begin on this path, or choose one."""
    story = Story(stage, case_id)
    if path is None:
        ends = (_linked, _linked, _linked, _own_strength, _not_reached, _declined)
        path = stage.random.choice(ends)
    story.tell(path(story))


def just_opened(story: Story) -> list[tuple[int, Verb]]:
    """Nobody has called yet."""
    del story
    return []


def tried_once(story: Story) -> list[tuple[int, Verb]]:
    """The next try is due."""
    return [(0, story.tried(Channel.PHONE, "morning", AttemptResult.NO_ANSWER))]


def in_conversation(story: Story) -> list[tuple[int, Verb]]:
    """Somebody asked how it goes, a while ago."""
    return [
        (0, story.tried(Channel.PHONE, "afternoon", AttemptResult.REACHED)),
        (0, story.moved(CaseState.IN_CONVERSATION)),
        (1, story.noted()),
    ]


def _linked(story: Story) -> list[tuple[int, Verb]]:
    return [
        (2, story.tried(Channel.PHONE, "morning", AttemptResult.NO_ANSWER)),
        (3, story.tried(Channel.PHONE, "afternoon", AttemptResult.REACHED)),
        (1, story.moved(CaseState.IN_CONVERSATION)),
        (4, story.noted()),
        (5, story.proposed()),
        (1, story.stepped(ReferralState.CONSENTED)),
        (1, story.stepped(ReferralState.SENT)),
        (5, story.stepped(ReferralState.ACCEPTED)),
        (9, story.stepped(ReferralState.STARTED)),
        (0, story.stepped(attendance=Attendance.FIRST)),
        (1, story.moved(CaseState.SUPPORTED)),
        (0, story.agreed()),
        (0, story.measured(START, (2, 3, 4))),
        (20, story.stepped(attendance=Attendance.THIRD)),
        (2, story.noted()),
        (30, story.moved(CaseState.AFTERCARE)),
        (40, story.stepped(attendance=Attendance.STILL)),
        (3, story.measured(3, (0, 1, 2, 3))),
        (4, story.closed(CaseOutcome.LINKED_AND_STARTED)),
        (2, story.told(FeedbackLine.KEEP_TALKING)),
    ]


def _own_strength(story: Story) -> list[tuple[int, Verb]]:
    return [
        (1, story.tried(Channel.PHONE, "morning", AttemptResult.REACHED)),
        (1, story.moved(CaseState.IN_CONVERSATION)),
        (6, story.noted()),
        (12, story.noted()),
        (14, story.closed(CaseOutcome.OWN_STRENGTH)),
        (1, story.told(FeedbackLine.THANKS)),
    ]


def _not_reached(story: Story) -> list[tuple[int, Verb]]:
    return [
        (2, story.tried(Channel.PHONE, "morning", AttemptResult.NO_ANSWER)),
        (4, story.tried(Channel.PHONE, "afternoon", AttemptResult.MESSAGE_LEFT)),
        (5, story.tried(Channel.VISIT, "afternoon", AttemptResult.NO_ANSWER)),
        (3, story.closed(CaseOutcome.NOT_REACHED)),
        (3, story.told(FeedbackLine.CALL_US)),
    ]


def _declined(story: Story) -> list[tuple[int, Verb]]:
    return [
        (2, story.tried(Channel.PHONE, "afternoon", AttemptResult.DECLINED)),
        (0, story.informs()),
        (1, story.closed(CaseOutcome.DECLINED)),
        (6, story.told(FeedbackLine.THANKS)),
    ]
