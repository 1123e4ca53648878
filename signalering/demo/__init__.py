"""Plays the demonstration through the services, with a clock that can be moved."""
