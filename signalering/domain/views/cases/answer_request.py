"""A request that waits for its answer."""

from dataclasses import dataclass

from signalering.domain.views.cases.rights import RequestView
from signalering.domain.views.cases.show import CaseHead


@dataclass(frozen=True)
class AnsweringView:
    """The case's head and the request."""

    head: CaseHead
    asked: RequestView
