"""What stands out in the audit trail."""

from flask import Blueprint, request

from signalering.domain.commands.audit.patterns import LookForPatterns
from signalering.domain.views.audit.patterns import PatternsView
from signalering.forms.audit.patterns import PatternsForm
from signalering.services.audit.patterns import patterns as look
from signalering.services.work import Work
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/audit-trail/patterns", "patterns", patterns)


@unit_of_work(words=True)
def patterns(work: Work) -> Answer:
    """Of some days; of the last seven where the days that were asked for are none."""
    form = PatternsForm(request.args)
    found: list[PatternsView] = []
    if form.validate():
        carried_out(work, form, lambda: found.append(look(work, form.to_command())))
    view = found[0] if found else look(work, LookForPatterns())
    return page("audit/patterns.html", 200 if found else 422, view=view, form=form)
