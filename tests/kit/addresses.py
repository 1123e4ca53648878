"""What an address is compiled to is made once a process, not for each test's own application."""

from typing import Any

from flask import Flask
from werkzeug.routing import Rule

_COMPILED: dict[tuple[Any, ...], dict[str, Any]] = {}


class Remembered(Rule):
    """A rule like any other; of the same address comes the same code."""

    def compile(self) -> None:
        """As another rule of the same address was compiled, if one was."""
        assert self.map is not None
        kinds = tuple(self.map.converters.items())
        address = self.host, self.subdomain, self.rule, repr(self.defaults), self.merge_slashes
        known = (*address, self.map.host_matching, kinds)
        if known not in _COMPILED:
            super().compile()
            made = ("_parts", "_trace", "_converters", "arguments")
            _COMPILED[known] = {name: getattr(self, name) for name in made} | {
                name: getattr(self, name).__func__ for name in ("_build", "_build_unknown")
            }
            return
        for name, value in _COMPILED[known].items():
            bound = value.__get__(self) if name.startswith("_build") else value
            setattr(self, name, bound)
        self.arguments = set(self.arguments)


def share() -> None:
    """From now on every application shares what was compiled."""
    Flask.url_rule_class = Remembered
