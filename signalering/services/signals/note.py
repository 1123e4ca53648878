"""A reporter's text that could tell who it is about is refused before anything is stored.

What was refused is kept nowhere; of each kind it is counted how often, by the month.
"""

from collections.abc import Callable, Collection
from functools import partial

from sqlalchemy import update

from signalering.domain.commands.signals.log import NOTE_LIMIT
from signalering.domain.text import clean_text
from signalering.domain.views.signals.note import (
    DangerAsked,
    NoteFinding,
    NoteIdentifies,
    word_key,
)
from signalering.models.signals.guard_count import GuardCount
from signalering.privacy.guard import find
from signalering.privacy.guard.danger import danger_key
from signalering.services.accounts.throttle import insert_of
from signalering.services.work import Work

# The worker called for help, or writes of what is over.
ANSWERS = frozenset({"helped", "past"})
REFUSED, NO_NAME = "refused", "no_name"
MOST_NO_NAMES = 20


def checked_note(work: Work, raw: str, no_names: Collection[str] = ()) -> str:
    """The note, cleaned. Raises InvalidInput, and NoteIdentifies with what was found where."""
    return check_text(work, clean_text(raw, NOTE_LIMIT, field="note"), "note", no_names)


def check_text(work: Work, text: str, field: str, no_names: Collection[str] = ()) -> str:
    """A cleaned text, unless it tells who it is about; `no_names` are keys of words that don't.

    Raises NoteIdentifies on `field`.
    """
    every = _findings(text)
    findings = tuple(one for one in every if not _is_answered(text, one, no_names))
    if len(findings) < len(every):
        _count_afterwards(work, [(NO_NAME, "name")] * (len(every) - len(findings)))
    if findings:
        _count_afterwards(work, [(REFUSED, one.kind) for one in findings])
        raise NoteIdentifies(findings, field)
    return text


def identifies(text: str, no_names: Collection[str] = ()) -> bool:
    """Whether `check_text` would refuse it; nothing is counted: it is still being typed."""
    return not all(_is_answered(text, one, no_names) for one in _findings(text))


def check_danger(note: str, answer: str, about: str) -> None:
    """Raise DangerAsked for a note with a cue of danger, until the worker has answered.

    `about` is the key of the cues that were answered: a new one is asked about again.
    """
    key = danger_key(note)
    if key and (answer not in ANSWERS or about != key):
        raise DangerAsked(key)


def with_replacements(
    raw: str, number: int = 0, *, limit: int = NOTE_LIMIT, field: str = "note"
) -> str:
    """The text with the proposal in the place of one finding, counted from 1, or of each.

    Raises InvalidInput for a text that is too long or broken.
    """
    text = clean_text(raw, limit, field=field)
    found = list(enumerate(_findings(text), start=1))
    for place, finding in reversed(found):
        if number in (0, place):
            text = text[: finding.start] + finding.replacement + text[finding.end :]
    return text


def _findings(text: str) -> tuple[NoteFinding, ...]:
    return tuple(
        NoteFinding(str(found.kind), found.start, found.end, found.replacement, found.certain)
        for found in find(text)
    )


def _is_answered(text: str, finding: NoteFinding, no_names: Collection[str]) -> bool:
    word = text[finding.start : finding.end]
    return not finding.certain and word_key(word) in list(no_names)[:MOST_NO_NAMES]


def _count_afterwards(work: Work, counted: list[tuple[str, str]]) -> None:
    """However this ends: what was refused is rolled back, and the count is not."""
    count: Callable[[Work], None] = partial(_count, counted=counted)
    work.afterwards.append(count)


def _count(work: Work, counted: list[tuple[str, str]]) -> None:
    month = work.clock.today().replace(day=1)
    for answer, kind in counted:
        key = {"month": month, "kind": kind, "answer": answer}
        insert = insert_of(work, GuardCount).values(**key, times=0)
        work.data.execute(insert.on_conflict_do_nothing())
        work.data.execute(update(GuardCount).filter_by(**key).values(times=GuardCount.times + 1))
