"""Ask for the newsletter."""

from flask import Blueprint, request

from signalering.domain.errors import TooOften
from signalering.forms.network.subscribe import SubscribeForm
from signalering.services.network.subscribe import subscribe as service
from signalering.services.work import Work
from signalering.web.addresses import visitor_address
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.language import language, told


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/newsletter/subscribe", "subscribe", subscribe, methods=["GET", "POST"])


@unit_of_work()
def subscribe(work: Work) -> Answer:
    """The same answer to everybody, whether the address was known or not."""
    if request.method != "POST":
        return page("network/subscribe.html", form=SubscribeForm(data={"language": language()}))
    form = SubscribeForm(request.form)
    try:
        if form.validate() and carried_out(
            work, form, lambda: service(work, form.to_command(), visitor_address())
        ):
            return page("network/_asked.html")
    except TooOften as error:
        work.rollback()
        form.form_errors.append(told(error))
        return page("network/subscribe.html", 429, form=form)
    return page("network/subscribe.html", 422, form=form)
