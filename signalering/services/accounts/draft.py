"""What somebody is typing, kept for a week for them alone.

A draft is found by a tag of its place under the writer's own key and opened with that key; it is
no part of any record, nobody else ever sees it, and so no audit entry tells of it. Which places
have drafts stands in one more row of the same kind: it holds them to twenty a person. The one that
was thrown away last lies in another until the day is over: that was a click.
"""

import json
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import bindparam, delete, select

from signalering.domain.errors import CannotOpen, InvalidInput, NotAllowedNow
from signalering.models.accounts.draft import Draft
from signalering.models.base import table_of
from signalering.services.work import Work
from signalering.vault.own import open_own, seal_own
from signalering.vault.tags import purpose_tag

KEPT_DAYS = 7
MOST = 20
LONGEST = 32 * 1024
PURPOSE = "draft"
# No page has these names.
LIST = "list"
THROWN = "thrown"
_drafts = table_of(Draft)
_FIND = select(_drafts).where(_drafts.c.tag == bindparam("tag"))

Fields = Sequence[tuple[str, str]]


def keep(work: Work, place: str, fields: Fields) -> None:
    """Keep what was typed at this place instead of what was kept before.

    Raises KeysNeeded, InvalidInput above 32 KiB.
    """
    text = json.dumps(list(fields))
    if len(text) > LONGEST:
        raise InvalidInput("draft", "draft_too_long")
    today = work.clock.today()
    places = _places(work)
    if places.get(place) != today:
        places.pop(place, None)
        places[place] = today
        alive = [name for name, day in places.items() if today <= _last_day(day)]
        for name in set(places) - set(alive[-MOST:]):
            _delete(work, name)
        _put(work, LIST, json.dumps({n: places[n].isoformat() for n in alive[-MOST:]}))
    _put(work, place, text)


def find(work: Work, place: str) -> list[tuple[str, str]] | None:
    """What was being typed at this place; None without a draft, or while nothing is unlocked."""
    if work.opened.user_secret is None:
        return None
    text = _opened(work, place)
    return None if text is None else [(str(name), str(value)) for name, value in json.loads(text)]


def forget(work: Work, place: str) -> None:
    """Drop the draft: it was sent, or is not wanted any more. Raises KeysNeeded."""
    places = _places(work)
    if places.pop(place, None) is not None:
        _delete(work, place)
        _put(work, LIST, json.dumps({name: day.isoformat() for name, day in places.items()}))


def throw_away(work: Work, place: str) -> bool:
    """Drop the draft, so that it can be brought back today. Says whether there was one.

    Raises KeysNeeded.
    """
    text = _opened(work, place)
    forget(work, place)
    if text is not None:
        _put(work, THROWN, json.dumps([place, text]), work.clock.today())
    return text is not None


def bring_back(work: Work, place: str) -> None:
    """What was thrown away last stands there again.

    Raises KeysNeeded, and NotAllowedNow when it is gone or something newer was typed there.
    """
    text = _opened(work, THROWN)
    thrown, kept = json.loads(text) if text is not None else ("", "")
    if thrown != place or find(work, place) is not None:
        raise NotAllowedNow("undo_too_late")
    keep(work, place, [(str(name), str(value)) for name, value in json.loads(kept)])
    _delete(work, THROWN)


def sent(work: Work, place: str) -> None:
    """Drop the draft of a form that needs no keys. Who has unlocked nothing is not held up by it:

    none came back into their form either.
    """
    if work.opened.user_secret is not None:
        forget(work, place)


def sweep(work: Work) -> None:
    """Delete what nobody came back for."""
    work.data.execute(delete(Draft).where(Draft.erase_after < work.clock.today()))


def _tag(work: Work, place: str) -> bytes:
    return purpose_tag(work.opened.tags, PURPOSE, place)


def _last_day(day: date) -> date:
    return day + timedelta(days=KEPT_DAYS)


def _places(work: Work) -> dict[str, date]:
    """Where drafts stand and of what day they are, the oldest first."""
    text = _opened(work, LIST) or "{}"
    return {str(name): date.fromisoformat(day) for name, day in json.loads(text).items()}


def _opened(work: Work, place: str) -> str | None:
    row = work.data.execute(_FIND, {"tag": _tag(work, place)}).one_or_none()
    if row is None or row.erase_after < work.clock.today():
        return None
    try:
        return open_own(work.opened.secret, PURPOSE, row.tag, row.sealed).decode()
    except CannotOpen:
        return None


def _put(work: Work, place: str, text: str, last_day: date | None = None) -> None:
    tag = _tag(work, place)
    sealed = seal_own(work.opened.secret, PURPOSE, tag, text.encode())
    erase_after = last_day or _last_day(work.clock.today())
    work.data.merge(Draft(tag=tag, sealed=sealed, erase_after=erase_after))
    work.data.flush()


def _delete(work: Work, place: str) -> None:
    work.data.execute(delete(Draft).where(Draft.tag == _tag(work, place)))
