"""Trainings to sign up for, and answers that are right or wrong."""

from datetime import timedelta
from uuid import UUID

from kit.form import MARK, Form
from kit.story import remembered
from kit.town import Town
from signalering.domain.commands.training.exam import TakeExam
from signalering.domain.commands.training.plan import PlanTraining
from signalering.domain.course import Chapter
from signalering.services.training.content import lesson
from signalering.services.training.plan import plan
from signalering.services.training.sign_up import sign_up


@remembered
def planned(
    town: Town, *, in_days: int = 7, seats: int = 12, partner_id: UUID | None = None
) -> UUID:
    """A training so many days from now."""
    with town.committed("administrator") as work:
        day = work.clock.today() + timedelta(days=in_days)
        return plan(
            work, PlanTraining(day, "14:00", "De Kas, Plein 1", "Tia Trainer", seats, partner_id)
        )


@remembered
def signed_up(town: Town, session_id: UUID, key: str) -> None:
    """This person takes a seat."""
    with town.committed(key) as work:
        sign_up(work, session_id)


def answers(town: Town, chapter: Chapter, wrong: int = 0) -> TakeExam:
    """All right, but for the first so many."""
    questions = lesson(town.house.settings.instance, chapter, "nl").questions
    right = [[one.right for one in question.answers].index(True) for question in questions]
    spoilt = [
        (place + 1) % len(questions[n].answers) if n < wrong else place
        for n, place in enumerate(right)
    ]
    return TakeExam(chapter, tuple(spoilt))


def as_sent(command: TakeExam) -> dict[str, str]:
    """The same as the form's fields."""
    return {f"question_{n}": str(place) for n, place in enumerate(command.chosen, start=1)}


def training_forms(town: Town) -> dict[str, Form]:
    """By endpoint, each as it would be carried out."""
    coming, today, mine, off = (
        planned(town),
        planned(town, in_days=0),
        planned(town),
        planned(town),
    )
    signed_up(town, mine, "worker")
    signed_up(town, today, "worker")
    sent = as_sent(answers(town, Chapter.TALK))
    day = town.clock.today()
    return {
        "training.exam": Form("worker", {"chapter": "talk"}, sent, codes=tuple(sent)),
        "training.sign_up": Form("worker", {"session_id": coming}),
        "training.cancel": Form("worker", {"session_id": mine}),
        "training.request": Form("worker", values={"wish": "ask"}, codes=("wish",)),
        "training.sessions": Form(
            "administrator",
            values={
                "day": (day + timedelta(days=9)).isoformat(),
                "starts_at": "14:00",
                "place": f"{MARK}: plaats",
                "trainer": f"{MARK}: trainer",
                "seats": "12",
                "partner": "",
            },
            codes=("day", "starts_at", "seats", "partner"),
            words=("place", "trainer"),
            optional=frozenset({"partner"}),
        ),
        "training.session": Form(
            "administrator",
            {"session_id": today},
            {
                "present": [str(town.people["worker"].account_id)],
                "others": town.people["untrained"].email,
            },
            codes=("present", "others"),
            optional=frozenset({"present", "others"}),
            several=frozenset({"present"}),
        ),
        "training.call_off": Form("administrator", {"session_id": off}),
        "training.group": Form(
            "administrator",
            values={
                "addresses": town.people["untrained"].email,
                "way": "earlier",
                "trainer": f"{MARK}: trainer",
                "trained_in": day.isoformat(),
                "partner": "",
            },
            codes=("way", "trained_in", "partner"),
            words=("trainer",),
            optional=frozenset({"partner"}),
        ),
    }
