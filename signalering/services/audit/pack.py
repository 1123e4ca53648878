"""The accountability pack, made from the installation as it is now; organisation facts alone."""

import hashlib
from collections.abc import Iterator
from difflib import SequenceMatcher

from sqlalchemy import select

from signalering.domain.access import Permission, allowed, require
from signalering.domain.pack_lines import TITLES, Lines, PackPart, digest, read, written
from signalering.domain.views.audit.pack import Change, Drift, PackView, PartView
from signalering.models.audit.pack import PackSignature, SignedPart
from signalering.services.audit._pack_parts import parts_now
from signalering.services.work import Work


def pack(work: Work) -> PackView:
    """All parts, each beside what was signed last. Raises Denied."""
    by, today = work.by(), work.clock.today()
    require(Permission.PACK, by, None, today)
    last = newest(work)
    number = last.number if last else 0
    rows = work.data.scalars(select(SignedPart).where(SignedPart.number == number)).all()
    signed = {PackPart(row.part): row.text for row in rows}
    now = parts_now(work)
    return PackView(
        parts=tuple(_part(part, lines, signed.get(part)) for part, lines in now.items()),
        number=number,
        signed_on=last.signed_on if last else None,
        intact=all(digest(row.text) == row.digest for row in rows),
        check_number=_check_number(now),
        may_sign=allowed(Permission.SIGN_PACK, by, None, today),
    )


def newest(work: Work) -> PackSignature | None:
    """The last signature."""
    query = select(PackSignature).order_by(PackSignature.number.desc()).limit(1)
    return work.data.scalar(query.execution_options(populate_existing=True))


def _check_number(now: dict[PackPart, Lines]) -> str:
    """One SHA-256 over those of all parts, in their order."""
    whole = hashlib.sha256()
    for lines in now.values():
        whole.update(digest(written(lines)))
    return whole.hexdigest()


def _part(part: PackPart, lines: Lines, signed: str | None) -> PartView:
    return PartView(
        part=part,
        title=TITLES[part],
        lines=lines,
        signed=signed is not None,
        drift=tuple(drift(read(signed), lines)) if signed is not None else (),
    )


def drift(before: Lines, now: Lines) -> Iterator[Drift]:
    """Lines that went and lines that came, in the order in which a reader meets them."""
    for step, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if step == "equal":
            continue
        yield from (Drift(Change.GONE, line) for line in before[a:b])
        yield from (Drift(Change.ADDED, line) for line in now[c:d])
