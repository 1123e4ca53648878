"""The issue as it will be read."""

from flask import Blueprint

from signalering.forms.network.publish import PublishForm
from signalering.services.network.preview import preview as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/newsletter/preview", "preview", preview)


@unit_of_work()
def preview(work: Work) -> Answer:
    """Both languages, and the form that sends it."""
    return page("network/preview.html", form=PublishForm(), view=service(work))
