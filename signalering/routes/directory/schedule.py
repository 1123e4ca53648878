"""When an offer is there."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.commands.directory.schedule import SaveSchedule
from signalering.domain.errors import NotFound
from signalering.domain.schedules import Schedule
from signalering.domain.views.directory.edit import EditView
from signalering.forms.directory.schedule import ScheduleForm, typed
from signalering.routes.keeping import DONE, kept
from signalering.services.directory.edit import to_edit
from signalering.services.directory.schedule import save_schedule
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the pages on the blueprint."""
    blueprint.add_url_rule(
        "/directory/<uuid:initiative_id>/schedule/<int:number>",
        "schedule",
        schedule,
        methods=["GET", "POST"],
    )
    blueprint.add_url_rule(
        "/directory/<uuid:initiative_id>/schedule",
        "schedule_new",
        schedule_new,
        methods=["GET", "POST"],
    )


@unit_of_work()
def schedule(work: Work, initiative_id: UUID, number: int) -> Answer:
    """A rule that is known; the second button takes it away."""
    if number == 0:
        raise NotFound
    return _schedule(work, initiative_id, number)


@unit_of_work()
def schedule_new(work: Work, initiative_id: UUID) -> Answer:
    """One more rule."""
    return _schedule(work, initiative_id, 0)


def _schedule(work: Work, initiative_id: UUID, number: int) -> Answer:
    form, status = _form(to_edit(work, initiative_id), number, request.form), 200
    if request.method == "POST":
        gone = "remove" in request.form
        status = kept(
            work,
            form,
            lambda: save_schedule(work, _wanted(form, initiative_id, number, gone)),
            lambda: _form(to_edit(work, initiative_id), number),
        )
        if status == DONE:
            messages.say("schedule_removed" if gone else "schedule_saved")
            return redirect(url_for("directory.edit", initiative_id=initiative_id))
    return page(
        "directory/schedule.html",
        status,
        form=form,
        view=to_edit(work, initiative_id),
        number=number,
    )


def _form(view: EditView, number: int, sent: Any = None) -> ScheduleForm:
    form = ScheduleForm(sent, data=typed(_known(view, number)))
    form.days.choices = choices("weekdays")
    form.ordinals.choices = choices("month_times")
    return form


def _wanted(form: ScheduleForm, initiative_id: UUID, number: int, gone: bool) -> SaveSchedule:
    command = form.to_command(initiative_id, number)
    return replace(command, schedule=None) if gone else command


def _known(view: EditView, number: int) -> Schedule:
    if number == 0:
        return Schedule("weekly")
    found = [one.schedule for one in view.schedules if one.number == number]
    if not found:
        raise NotFound
    return found[0]
