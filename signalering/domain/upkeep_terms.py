"""How long the work loop leaves rows that nobody needs any more."""

from datetime import timedelta

# Long enough to see when the loop last ran.
KEPT_RUNS = timedelta(days=400)
KEPT_NEWS = timedelta(days=3)
