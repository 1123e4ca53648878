"""What a search found."""

from dataclasses import dataclass

from signalering.domain.finding import SearchKind
from signalering.domain.views.cases.list import CaseRow


@dataclass(frozen=True)
class FoundCases:
    """The likeliest first; `more` when the list was cut off.

    `searched` says by what, the last one being what found them; `others` what the text could be
    as well and was not looked for.
    """

    rows: tuple[CaseRow, ...]
    more: bool
    searched: tuple[SearchKind, ...]
    others: tuple[SearchKind, ...] = ()
