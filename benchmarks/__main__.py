"""Run every measurement, print the table, write it to results.md."""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import names
from benchmarks.measure import Row

MEASURED = (names,)
HEAD = ("what", "ours", "floor", "ratio", "goal", "met")
RESULTS = Path(__file__).with_name("results.md")


def table(rows: list[Row]) -> Iterator[str]:
    """Lines of Markdown."""
    yield "| " + " | ".join(HEAD) + " |"
    yield "|" + "---|" * len(HEAD)
    for row in rows:
        yield "| " + " | ".join(row.cells()) + " |"


def main() -> None:
    """Ratios decide: a machine's own speed does not."""
    rows = []
    for module in MEASURED:
        for row in module.rows():
            rows.append(row)
            sys.stdout.write("  ".join(row.cells()) + "\n")
            sys.stdout.flush()
    text = "# Measured by `make bench`\n\n" + "\n".join(table(rows)) + "\n"
    RESULTS.write_text(text, encoding="utf-8")
    sys.exit(not all(row.met for row in rows))


main()
