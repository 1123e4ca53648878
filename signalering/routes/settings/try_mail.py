"""Send a mail to oneself, to see that mail goes out."""

from flask import Blueprint, Response, redirect, url_for

from signalering.domain.errors import TooOften
from signalering.domain.lifecycles import MailFault
from signalering.services.network.write import Letter
from signalering.services.settings.try_mail import note_trial, trial_letter
from signalering.services.settings.try_mail import try_mail as service
from signalering.services.work import Work
from signalering.web.context import Answer, house, page, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/state/mail", "try_mail", try_mail, methods=["POST"])


def try_mail() -> Response:
    """The mail goes between two transactions: a slow mail server keeps nobody else waiting."""
    letters: list[Letter] = []
    answer = _prepared(letters)
    if not letters:
        return answer
    fault = service(house(), letters[0])
    return _noted(letters[0].address, fault)


@unit_of_work()
def _prepared(work: Work, letters: list[Letter]) -> Answer:
    try:
        letters.append(trial_letter(work))
    except TooOften as error:
        return page("settings/try_mail.html", 429, wait=told(error))
    return redirect(url_for("settings.state"))


@unit_of_work()
def _noted(work: Work, address: str, fault: MailFault | None) -> Answer:
    note_trial(work, fault)
    return page("settings/try_mail.html", address=address, fault=fault)
