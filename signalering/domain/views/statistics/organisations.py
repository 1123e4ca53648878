"""What is counted live, about organisations and never about residents."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DomainCount:
    """A domain of the coalition: how many of its organisations take part, and their trained

    workers together.
    """

    domain: str
    partners: int
    trained: int


@dataclass(frozen=True)
class OrganisationsView:
    """How the coalition stands today.

    `trained` and `domains` lack where too few organisations stand behind them: they would tell of
    one of them. `offers` are those whose maintainers said lately that they hold,
    `subscribers` those who said yes to the newsletter.
    """

    partners: int
    trained: int | None
    domains: tuple[DomainCount, ...]
    offers: int
    trainings: int
    # Of the network in the last twelve months, and how many organisations came to one or more.
    meetings: int
    came: int
    subscribers: int
