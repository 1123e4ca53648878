"""The accountability pack, made from the installation as it is now; organisation facts alone."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sqlalchemy import select

from signalering.domain.access import Permission, allowed, require
from signalering.domain.pack_lines import (
    TITLES,
    Lines,
    PackPart,
    digest,
    digest_of_all,
    read,
    written,
)
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
    signed = {row.part: row.text for row in rows}
    under = last.parts.split() if last else []
    now = parts_now(work)
    return PackView(
        parts=tuple(
            _part(part, lines, signed.get(part), part in under) for part, lines in now.items()
        ),
        number=number,
        signed_on=last.signed_on if last else None,
        intact=last is None or _is_intact(last, rows),
        check_number=digest_of_all(map(written, now.values())).hex(),
        may_sign=allowed(Permission.SIGN_PACK, by, None, today),
    )


def newest(work: Work) -> PackSignature | None:
    """The last signature."""
    query = select(PackSignature).order_by(PackSignature.number.desc()).limit(1)
    return work.data.scalar(query.execution_options(populate_existing=True))


def _is_intact(last: PackSignature, rows: Sequence[SignedPart]) -> bool:
    """Each part that the signature is under is there, no other is, and each as it was."""
    there = {row.part: row for row in rows}
    under = last.parts.split()
    return (
        set(under) == set(there)
        and all(digest(row.text) == row.digest for row in rows)
        and digest_of_all(there[part].text for part in under) == last.check_number
    )


def _part(part: PackPart, lines: Lines, signed: str | None, was_signed: bool) -> PartView:
    return PartView(
        part=part,
        title=TITLES[part],
        lines=lines,
        signed=signed is not None,
        lost=signed is None and was_signed,
        drift=tuple(drift(read(signed), lines)) if signed is not None else (),
    )


def drift(before: Lines, now: Lines) -> Iterator[Drift]:
    """Lines that went and lines that came, in the order in which a reader meets them."""
    for step, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if step == "equal":
            continue
        yield from (Drift(Change.GONE, line) for line in before[a:b])
        yield from (Drift(Change.ADDED, line) for line in now[c:d])
