"""Words and rules of the work itself: no web, no database, no keys."""
