"""What gunicorn loads: the checked application."""

import sys

import click

from signalering import create_app
from signalering.cli.house import check, opened
from signalering.config import load_settings
from signalering.domain.clock import SystemClock
from signalering.domain.deadlines import Calendar
from signalering.services.public.site import faults as site_faults
from signalering.services.training.content import faults

settings = load_settings()
with opened(settings) as house:
    try:
        check(house)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    for fault in faults(settings.instance):
        # The chapter shows a page that says so; the rest is served.
        click.echo(f"The course's own text is wrong: {fault}", err=True)
    for fault in site_faults(settings.instance):
        # The packaged text shows instead.
        click.echo(f"The site's own text is wrong: {fault}", err=True)
    # The calendar is big and slow to load: once here, before the workers are forked. The next
    # working day, since of a Sunday nobody need ask the calendar.
    Calendar().next_working_day(SystemClock().today())

application = create_app(settings)
