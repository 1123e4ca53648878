"""An administrator decides on another value."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.setting_list import CLOSING_DAYS, SETTINGS
from signalering.domain.setting_specs import SettingKind
from signalering.forms.settings.change import form_for
from signalering.routes.keeping import DONE, kept
from signalering.services.settings.change import change as service
from signalering.services.settings.change import changing
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work

ADDRESSES = {name.replace("_", "-"): name for name in SETTINGS if name != CLOSING_DAYS}


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    listed = ", ".join(f"'{address}'" for address in ADDRESSES)
    blueprint.add_url_rule(
        f"/settings/<any({listed}):of_what>", "change", change, methods=["GET", "POST"]
    )


@unit_of_work()
def change(work: Work, of_what: str) -> Answer:
    """The value that holds, and a form for another."""
    name = ADDRESSES[of_what]
    view = changing(work, name)
    several = view.setting.kind in (SettingKind.RISING, SettingKind.FALLING)
    value = view.now.value.replace(",", ", ") if several else view.now.value
    form = form_for(view.setting)(request.form, value=value)
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(name)))
        if status == DONE:
            messages.say("setting_changed")
            return redirect(url_for("settings.overview"))
        view = changing(work, name)
    return page("settings/change.html", status, form=form, view=view, of_what=of_what)
