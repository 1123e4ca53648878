"""Signalering: signals of loneliness, sealed follow-up, safe figures."""
