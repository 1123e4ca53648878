"""Rights of the resident for tests: what is asked, answered, stilled and told."""

from datetime import date
from uuid import UUID

from kit.cases import do, version
from kit.story import remembered
from kit.town import Town
from signalering.domain.commands.cases.answer_request import AnswerRequest
from signalering.domain.commands.cases.inform import Inform
from signalering.domain.commands.cases.lift_restriction import LiftRestriction
from signalering.domain.commands.cases.request import RecordRequest
from signalering.domain.commands.cases.restrict import RestrictCase
from signalering.domain.rights import INFORM_TEXT_NOW
from signalering.domain.states import ConsentWay, InformedWay, Right, RightAnswer
from signalering.services.cases.answer_request import answer_request
from signalering.services.cases.inform import inform
from signalering.services.cases.lift_restriction import lift_restriction
from signalering.services.cases.request import request
from signalering.services.cases.restrict import restrict

WHY = "Zij zegt dat het niet klopt"


@remembered
def informed(
    town: Town, case_id: UUID, way: InformedWay = InformedWay.SPOKEN, on: date | None = None
) -> None:
    """The resident knows."""
    do(
        town,
        lambda w: inform(
            w,
            Inform(case_id, version(w, case_id), way, on or w.clock.today(), INFORM_TEXT_NOW),
        ),
    )


@remembered
def asked(
    town: Town,
    case_id: UUID,
    right: Right = Right.ACCESS,
    received: date | None = None,
    text: str = "",
    *,
    confirmed: bool = False,
) -> int:
    """The number of the request."""
    way = ConsentWay.WRITTEN if right is Right.OBJECTION else None
    number: int = do(
        town,
        lambda w: request(
            w,
            RecordRequest(
                case_id,
                version(w, case_id),
                right,
                received or w.clock.today(),
                text,
                way,
                confirmed,
            ),
        ),
    )
    return number


@remembered
def answered(
    town: Town,
    case_id: UUID,
    number: int,
    answer: RightAnswer = RightAnswer.GRANTED,
    text: str = "",
    *,
    told: bool = True,
) -> None:
    """The request is answered."""
    do(
        town,
        lambda w: answer_request(
            w, AnswerRequest(case_id, version(w, case_id), number, answer, text, told)
        ),
    )


@remembered
def restricted(town: Town, case_id: UUID, until: date | None = None, text: str = WHY) -> None:
    """The case lies still."""
    do(town, lambda w: restrict(w, RestrictCase(case_id, version(w, case_id), until, text)))


@remembered
def lifted(town: Town, case_id: UUID, *, told: bool = True) -> None:
    """It goes on."""
    do(town, lambda w: lift_restriction(w, LiftRestriction(case_id, version(w, case_id), told)))
