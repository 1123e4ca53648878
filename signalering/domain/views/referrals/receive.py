"""A referral as its receiver sees it."""

from dataclasses import dataclass, field
from datetime import date

from signalering.domain.views.referrals.send import PackageView


@dataclass(frozen=True)
class ReceiverView:
    """`package` is there until the receiver has taken it on, and once more at that moment.

    `answers` are those that can be given now.
    """

    token: str = field(repr=False)
    initiative: str
    state: str
    attendance: str | None
    until: date | None
    package: PackageView | None = field(repr=False)
    answers: tuple[str, ...] = ()
    # What was said just now.
    said: str = ""
