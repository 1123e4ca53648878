"""`signalering guard`: what the guard on free text finds, line by line."""

import json
import sys
from typing import Any, BinaryIO

import click

from signalering.privacy.guard import find

LONGEST = 100_000


@click.command()
def guard() -> None:
    """Read JSON lines {"text": ...} and write {"findings": [...]} for each.

    Needs no settings and no database. The text itself is never written back, in a fault neither.
    A line that can't be read gets {"error": ...}; the exit code is 1 then.
    """
    if not answer(sys.stdin.buffer):
        sys.exit(1)


def answer(lines: BinaryIO) -> bool:
    """Answer every line on standard output; whether each could be read."""
    fine = True
    for line in lines:
        if not line.strip():
            continue
        told = answered(line)
        fine = fine and "error" not in told
        click.echo(json.dumps(told))
        sys.stdout.flush()
    return fine


def answered(line: bytes) -> dict[str, Any]:
    """Findings of one line, or why there are none; never a word of it."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": "this line is no JSON in UTF-8"}
    text = asked.get("text") if isinstance(asked, dict) else None
    if not isinstance(text, str):
        return {"error": 'this line has no "text" that is a string'}
    if len(text) > LONGEST:
        return {"error": f"this text is longer than {LONGEST} characters"}
    return {
        "findings": [
            {
                "kind": str(found.kind),
                "start": found.start,
                "end": found.end,
                "replacement": found.replacement,
            }
            for found in find(text)
        ]
    }
