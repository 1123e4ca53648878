"""All kinds in one list, and which finding stays where several overlap."""

from collections.abc import Callable
from dataclasses import replace

from signalering.privacy.guard import (
    address,
    age,
    bsn,
    case_number,
    case_shape,
    dates,
    email_address,
    handle,
    iban,
    names,
    phone,
    plate,
    postcode,
    street,
    street_spelling,
    web_address,
)
from signalering.privacy.guard.finding import Finding, Found, Kind
from signalering.privacy.guard.folding import fold

# In order of precedence between findings of one length. A new kind is one more line.
FINDERS: tuple[Callable[[str], Found], ...] = (
    email_address.find,
    iban.find,
    bsn.named,
    case_number.find,
    bsn.find,
    dates.find,
    phone.find,
    street.find,
    street_spelling.find,
    address.find,
    postcode.find,
    plate.find,
    web_address.find,
    handle.find,
    case_shape.find,
    age.find,
    names.find,
)


def find(text: str) -> tuple[Finding, ...]:
    """Everything in the text that may point to one person.

    Sorted by place and without overlaps: of overlapping findings the longest stays, and a name
    never takes the place of something structured. Never raises,
    keeps nothing and logs nothing; the findings hold places only.
    """
    folded = fold(text)
    ranked = [
        (found.kind is Kind.NAME, found.start - found.end, order, found.start, found)
        for order, finder in enumerate(FINDERS)
        for found in finder(folded)
    ]
    ranked.sort(key=lambda entry: entry[:4])
    kept: list[Finding] = []
    taken = bytearray(len(folded))
    for *_, whole in ranked:
        found = _beside(whole, kept, folded) if whole.kind is Kind.NAME else whole
        if not any(taken[found.start : found.end]):
            kept.append(found)
            taken[found.start : found.end] = b"\x01" * (found.end - found.start)
    return tuple(sorted(kept, key=lambda found: found.start))


def _beside(found: Finding, kept: list[Finding], text: str) -> Finding:
    """A name that runs into something structured: what stands before that is still a name."""
    starts = [one.start for one in kept if found.start < one.start < found.end]
    if not starts:
        return found
    end = found.start + len(text[found.start : min(starts)].rstrip())
    # Two letters are a particle at most: nothing of a name is left.
    return replace(found, end=end) if end - found.start > 2 else found
