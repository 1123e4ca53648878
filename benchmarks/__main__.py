"""Run every measurement, print the table, write it to results.md once all of it is there.

    python -m benchmarks [--long] [ROOM ...]

Each room runs in a process of its own: it begins with nothing in memory, and one that breaks off
takes no other along. With rooms named only those are run, and results.md stays as it is.
"""

import json
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from threading import Timer

from benchmarks import settings
from benchmarks.measure import Row
from benchmarks.reasons import reason_for

# What is served comes first: nothing has warmed the machine's disk for others yet.
ROOMS = (
    "traffic",
    "footprint",
    "practised",
    "slow_phone",
    "log_in",
    "intake",
    "case_page",
    "weight",
    "rotation",
    "names",
    "case_list",
    "inbox",
    "figures",
    "release",
)
HEAD = ("what", "ours", "floor", "ratio", "goal", "met")
RESULTS = Path(__file__).with_name("results.md")
# Marks a line that is a row among whatever else a room says.
MARK = "row: "
# Seconds that a room may take before it is ended: one that hangs keeps no other from its turn.
LONGEST, LONGEST_LONG = 400.0, 4000.0


def table(rows: list[Row]) -> Iterator[str]:
    """Lines of Markdown."""
    yield "| " + " | ".join(HEAD) + " |"
    yield "|" + "---|" * len(HEAD)
    for row in rows:
        yield "| " + " | ".join(row.cells()) + " |"


def missed(rows: list[Row]) -> Iterator[str]:
    """Of each goal that isn't met: why, and what comes next."""
    wanting = [row for row in rows if not row.met]
    if wanting:
        yield from ("", "## Goals that are not met")
    for row in wanting:
        yield from ("", f"**{row.what}** — {reason_for(row.what)}")


def facts(seconds: float) -> str:
    """What the machine is, without saying which, the day, and how long it all took."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    busy = os.getloadavg()[2] / (os.cpu_count() or 1)
    return (
        f"{datetime.now(UTC).date()}: {os.cpu_count()} cores, {_memory()}, {platform.system()}, "
        f"{python}; SQLite and PostgreSQL with full durability. It took {seconds / 60:.1f} "
        f"minutes, in the last quarter of an hour {busy:.1f} processes wanted each core. Ratios "
        "count: both sides are measured in turns, so what else the machine does hits both."
    )


def _memory() -> str:
    for line in Path("/proc/meminfo").read_text("utf-8").splitlines():
        if line.startswith("MemTotal:"):
            return f"{int(line.split()[1]) / 1024 / 1024:.0f} GB of memory"
    return "memory unknown"


def rows_of(room: str) -> Iterator[Row]:
    """Of one room, as they come; one that says that the room broke off, if it does."""
    command = [sys.executable, "-m", "benchmarks", "--rows", room]
    command += ["--long"] if settings.LONG else []
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    patience = Timer(LONGEST_LONG if settings.LONG else LONGEST, _end, [process])
    patience.start()
    try:
        for line in process.stdout or ():
            if line.startswith(MARK):
                yield Row(**json.loads(line.removeprefix(MARK)))
        process.wait()
    finally:
        patience.cancel()
        _end(process)
    if process.returncode:
        yield Row(f"{room}: broke off", process.returncode, "runs to its end", None, False, "")


def _end(process: subprocess.Popen[str]) -> None:
    """Whatever of a room still runs, its servers too: they are of its session."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    process.wait()


def tell(room: str) -> None:
    """Measure one room in this process, a line a row."""
    for row in import_module(f"benchmarks.{room}").rows():
        sys.stdout.write(f"{MARK}{json.dumps(asdict(row))}\n")
        sys.stdout.flush()


def main(rooms: tuple[str, ...]) -> None:
    """Ratios decide: a machine's own speed does not."""
    rows, began = list[Row](), time.monotonic()
    for room in rooms:
        started = time.monotonic()
        for row in rows_of(room):
            rows.append(row)
            sys.stdout.write("  ".join(row.cells()) + "\n")
            sys.stdout.flush()
        sys.stdout.write(f"({room}: {time.monotonic() - started:.0f} s)\n")
    title = "# Measured by `make bench`" + (' BENCH="--long"' if settings.LONG else "")
    lines = (title, "", facts(time.monotonic() - began), "", *table(rows), *missed(rows))
    if rooms == ROOMS:
        whole = RESULTS.with_suffix(".part")
        whole.write_text("\n".join(lines) + "\n", encoding="utf-8")
        whole.replace(RESULTS)
    sys.exit(not all(row.met for row in rows))


if __name__ == "__main__":
    named = tuple(word for word in sys.argv[1:] if not word.startswith("--"))
    if "--rows" in sys.argv:
        tell(*named)
    else:
        main(named or ROOMS)
