"""Reads the reference data that is packaged beside the program."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def packaged(name: str) -> dict[str, Any]:
    """The content of `signalering/data/<name>.json`, read once a process."""
    text = (files("signalering") / "data" / f"{name}.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


@cache
def packaged_lines(name: str) -> tuple[str, ...]:
    """The lines of `signalering/data/<name>.txt`."""
    text = (files("signalering") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(text.splitlines())
