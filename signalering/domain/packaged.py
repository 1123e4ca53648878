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
