"""What a reporter gets at once."""

from uuid import UUID

from flask import Blueprint

from signalering.services.signals.receipt import receipt as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/signals/<uuid:signal_id>/receipt", "receipt", receipt)


@unit_of_work()
def receipt(work: Work, signal_id: UUID) -> Answer:
    """A reference that people can say over the phone, and what happens next."""
    return page("signals/receipt.html", view=service(work, signal_id))
