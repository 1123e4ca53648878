"""Facts, plans, releases."""
