"""What builds an address is compiled once a process, not for each test's own application."""

from typing import Any

from flask import Flask
from werkzeug.routing import Rule

_BUILDERS: dict[tuple[str, str, bool], Any] = {}


class Remembered(Rule):
    """A rule like any other; of the same parts comes the same code."""

    def _compile_builder(self, append_unknown: bool = True) -> Any:
        parts = repr(self._trace), repr(self.defaults), append_unknown
        if parts not in _BUILDERS:
            _BUILDERS[parts] = super()._compile_builder(append_unknown)
        return _BUILDERS[parts]


def share() -> None:
    """From now on every application shares what was compiled."""
    Flask.url_rule_class = Remembered
