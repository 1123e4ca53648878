"""What gunicorn loads: the checked application."""

import gc
import sys

import click

from signalering import create_app
from signalering.cli.house import check, opened
from signalering.config import load_settings
from signalering.domain.clock import SystemClock
from signalering.domain.deadlines import load_calendar
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
    # Once here, before the workers are forked: else the first signal of each waits for it, after
    # every crash again.
    load_calendar(SystemClock().today())

application = create_app(settings)
# What is loaded by now stays until the end: the collector leaves it alone, so that workers share it
# with each other, and none goes through all of it once more when it is told to stop.
gc.collect()
gc.freeze()
