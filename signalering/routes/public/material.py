"""A sheet that can be printed, with nothing else on it."""

from flask import Blueprint, url_for

from signalering.services.public.info import is_there
from signalering.services.public.material import material as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import language

FOR_READERS = "yourself"


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/materials/<slug:slug>", "material", material)


@unit_of_work()
def material(work: Work, slug: str) -> Answer:
    """One sheet; its reader is sent to the page for who is lonely, or home where there is none."""
    spoken = language()
    if is_there(work, FOR_READERS, spoken):
        path = url_for("public.info", slug=FOR_READERS, language=spoken)
    else:
        path = url_for("public.home", language=spoken)
    return page("public/material.html", view=service(work, slug, spoken, path))
