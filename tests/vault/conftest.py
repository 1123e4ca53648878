"""Sealing takes longer on a busy machine; how long says nothing about what is true."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
