"""What a search by name found."""

from dataclasses import dataclass

from signalering.domain.views.cases.list import CaseRow


@dataclass(frozen=True)
class FoundCases:
    """The likeliest first; `more` when the list was cut off."""

    rows: tuple[CaseRow, ...]
    more: bool
