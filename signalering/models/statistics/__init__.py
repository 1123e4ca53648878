"""Facts, plans, releases and the only figures that screens read."""
