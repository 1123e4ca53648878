"""What gunicorn loads."""

from signalering import create_app
from signalering.config import load_settings
from signalering.domain.clock import SystemClock

application = create_app(load_settings())
# The calendar is big and slow to load: once here, before the workers are forked.
application.extensions["signalering"].calendar.is_working_day(SystemClock().today())
