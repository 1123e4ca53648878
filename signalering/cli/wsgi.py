"""What gunicorn loads: the checked application."""

import sys

import click

from signalering import create_app
from signalering.cli.house import check, opened
from signalering.config import load_settings
from signalering.domain.clock import SystemClock

settings = load_settings()
with opened(settings) as house:
    try:
        check(house)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    # The calendar is big and slow to load: once here, before the workers are forked.
    house.calendar.is_working_day(SystemClock().today())

application = create_app(settings)
