"""Withdraw a key for open data."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.statistics.open_data_withdraw import withdraw_key
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/open-data/keys/<uuid:key_id>/withdraw",
        "open_data_withdraw",
        open_data_withdraw,
        methods=["POST"],
    )


@unit_of_work()
def open_data_withdraw(work: Work, key_id: UUID) -> Answer:
    """From now on it is a key like any that doesn't exist."""
    withdraw_key(work, key_id)
    messages.say("key_withdrawn")
    return redirect(url_for("statistics.open_data_keys"))
