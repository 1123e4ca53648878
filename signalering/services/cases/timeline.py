"""Entries of a case, ready to be shown: names in place of ids, newest first."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from signalering.domain.views.cases.show import TimelineEntry
from signalering.domain.views.cases.tasks import TaskView
from signalering.models.accounts.account import Account
from signalering.models.directory.initiative import Initiative
from signalering.services.cases.entries import Entries, Payload
from signalering.services.cases.measured import KIND, read
from signalering.services.cases.tasks import DROPPED, ENDED, PLANNED, said_of
from signalering.services.work import Work


def timeline(work: Work, entries: Entries) -> tuple[TimelineEntry, ...]:
    """Every entry with its author's name; of two at one moment the later number comes first."""
    people = [p[name] for _, p in entries for name in ("by", "receiver") if p.get(name)]
    authors = _names(work, Account, people)
    initiatives = _names(
        work, Initiative, (p["initiative"] for _, p in entries if p.get("initiative"))
    )
    planned = {n: said_of(n, payload) for n, payload in entries if payload["kind"] == PLANNED}
    corrections: dict[int, list[int]] = {}
    for number, payload in entries:
        if payload.get("corrects"):
            corrections.setdefault(payload["corrects"], []).append(number)
    return tuple(
        replace(
            _shown(number, payload, authors, initiatives, planned),
            corrected_by=tuple(corrections.get(number, ())),
        )
        for number, payload in reversed(entries)
    )


def is_assessed(entries: Entries) -> bool:
    """Whether the kind of loneliness and what lies behind it are recorded."""
    return any(payload["kind"] == "assessment" for _, payload in entries)


def _names(
    work: Work, model: type[Account] | type[Initiative], ids: Iterable[str]
) -> Mapping[str, str]:
    wanted = {UUID(one) for one in ids}
    rows = work.data.execute(select(model.id, model.name).where(model.id.in_(wanted)))
    return {str(row_id): name for row_id, name in rows}


def _tasks(number: int, payload: Payload, planned: Mapping[int, TaskView]) -> tuple[TaskView, ...]:
    """What was planned with this entry, or ended with it."""
    kind, numbers = payload["kind"], []
    if kind == PLANNED:
        numbers = [number]
    elif kind == ENDED:
        numbers = [payload["of"]]
    elif kind == DROPPED:
        numbers = payload["numbers"]
    return tuple(planned[one] for one in numbers if one in planned)


def _shown(
    number: int,
    payload: Payload,
    authors: Mapping[str, str],
    initiatives: Mapping[str, str],
    planned: Mapping[int, TaskView],
) -> TimelineEntry:
    def code(name: str) -> str:
        return payload.get(name) or ""

    return TimelineEntry(
        number=number,
        kind=payload["kind"],
        at=datetime.fromisoformat(payload["at"]),
        author=authors.get(payload["by"], ""),
        text=code("why" if payload["kind"] == PLANNED else "text"),
        said=code("said"),
        said_on=date.fromisoformat(payload["said_on"]) if payload.get("said_on") else None,
        sent_by=code("sent_by"),
        along=code("along"),
        shared=tuple(payload.get("shared") or ()),
        corrects=payload.get("corrects"),
        channel=code("channel"),
        result=code("result"),
        part_of_day=code("part_of_day"),
        scope=code("scope"),
        way=code("way"),
        given=payload.get("given", True),
        initiative=initiatives.get(code("initiative"), ""),
        from_state=code("from"),
        to_state=code("to"),
        reason=code("reason"),
        attendance=code("attendance"),
        outcome=code("outcome"),
        loneliness=code("loneliness"),
        registered_in=code("registered_in"),
        area=code("area"),
        age_band=code("age_band"),
        reporter_group=code("reporter_group"),
        until=code("until"),
        tasks=_tasks(number, payload, planned),
        how=code("how"),
        replaces=payload.get("replaces"),
        line=code("line"),
        card_left=code("card_left"),
        measure=read(number, payload) if payload["kind"] == KIND else None,
        receiver=authors.get(code("receiver"), ""),
        day=date.fromisoformat(payload["day"]) if payload.get("day") else None,
        right=code("right"),
        received=date.fromisoformat(payload["received"]) if payload.get("received") else None,
        request=payload.get("request"),
        answer=code("answer"),
        on=payload.get("on", False),
    )
