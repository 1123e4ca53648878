"""Run every measurement, print the table, write it to results.md."""

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import (
    case_list,
    case_page,
    figures,
    inbox,
    intake,
    log_in,
    names,
    practised,
    release,
    rotation,
)
from benchmarks.measure import Row

MEASURED = (
    log_in,
    case_page,
    rotation,
    names,
    case_list,
    inbox,
    figures,
    release,
    intake,
    practised,
)
HEAD = ("what", "ours", "floor", "ratio", "goal", "met")
RESULTS = Path(__file__).with_name("results.md")


def table(rows: list[Row]) -> Iterator[str]:
    """Lines of Markdown."""
    yield "| " + " | ".join(HEAD) + " |"
    yield "|" + "---|" * len(HEAD)
    for row in rows:
        yield "| " + " | ".join(row.cells()) + " |"


def facts() -> str:
    """What the machine is, without saying which."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores, {platform.system()}, {python}, SQLite with full durability."


def main() -> None:
    """Ratios decide: a machine's own speed does not."""
    rows = []
    for module in MEASURED:
        for row in module.rows():
            rows.append(row)
            sys.stdout.write("  ".join(row.cells()) + "\n")
            sys.stdout.flush()
    lines = ("# Measured by `make bench`", "", *table(rows), "", facts())
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.exit(not all(row.met for row in rows))


main()
