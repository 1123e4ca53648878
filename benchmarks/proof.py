"""The proof of the figures: attack made-up years, break the usual methods, write the table.

`make proof`; PROOF="--seeds 5" makes it shorter. What is done is kept beside it, so that a proof
that was stopped goes on where it was; `--afresh` begins anew.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from signalering.privacy.disclosure import attackers
from signalering.privacy.disclosure.addresses import address
from signalering.privacy.disclosure.checks import Figures, checks
from signalering.privacy.disclosure.made_up import made_up
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.question import question
from signalering.privacy.disclosure.rounding import RoundingSecret, rounded
from signalering.privacy.disclosure.tables import Counted
from signalering.services.statistics._made_up_figures import facts_of
from signalering.services.statistics._methods import Method, made_plan, publish
from signalering.services.statistics.attack import attacked

SIZES = (60, 100, 200, 400)
SECRETS = 2000
WHOLE = 20
KEPT = Path(__file__).with_name("proof.jsonl")
TABLE = Path(__file__).parents[1] / "docs" / "statistics-proof.md"
Row = dict[str, Any]


def stranger_passes(candidate: Figures, frozen: Sequence[Figures]) -> bool:
    """The part of the audit that is a stranger's: partners are attacked with their true facts."""
    own = [each for each in checks(candidate, frozen) if "group" not in each.name]
    return all(each.run() for each in own if "most" not in each.name)


def ours(seed: int, signals: int) -> Row:
    """One made-up year, released by our method and attacked over all its releases."""
    begun = time.monotonic()
    published = publish(Method.ADDRESS_OFFSETS, list(made_up(seed, signals)), seed, stranger_passes)
    released = time.monotonic()
    *inner, year = published.releases
    asked = question(year, inner, Counted.REGISTERED)
    facts = facts_of(published.signals)
    shown = [f for each in published.releases for t in each.tables.values() for f in t.values()]
    made = made_plan(signals)
    tables = {
        each.period.code: [
            len(each.tables),
            len([t for t in made.of(each.period.length) if t.counted is Counted.REGISTERED]),
        ]
        for each in published.releases
    }
    return {
        "kind": "ours",
        "seed": seed,
        "signals": signals,
        "bounds": attackers.bounds(asked, facts),
        "stranger": attackers.stranger(asked, facts),
        "partner": attackers.partner(asked, facts),
        "intervals": attackers.proven(asked),
        "tables": tables,
        "cells": len(shown),
        "more": sum(figure > 0 for figure in shown),
        "releasing": round(released - begun),
        "attacking": round(time.monotonic() - released),
    }


def control(seed: int, method: str) -> Row:
    """A usual method at 25 signals a quarter."""
    published = publish(Method(method), list(made_up(seed, 100)), seed)
    found = attacked(Method(method), seed, published, lambda _: None)
    scores = {each.name: [each.claims, each.right] for each in found.attackers}
    return {"kind": "control", "seed": seed, "signals": 100, "method": method, "scores": scores}


def bias() -> tuple[float, float]:
    """Of counts from 0 to 12: the largest mean error, in standard errors, and the bound for it."""
    place = address("registered", Period(2026, Length.YEAR))
    worst = 0.0
    for count in range(13):
        off = [
            rounded(count, place, RoundingSecret(number.to_bytes(32, "big"))) - count
            for number in range(SECRETS)
        ]
        mean = sum(off) / SECRETS
        spread = (sum((each - mean) ** 2 for each in off) / SECRETS) ** 0.5
        worst = max(worst, abs(mean) / (spread / SECRETS**0.5) if spread else abs(mean))
    return worst, 3.5


def main() -> None:
    """Run what is not kept yet, in two processes, and write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=WHOLE)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--afresh", action="store_true")
    asked = parser.parse_args()
    if asked.afresh:
        KEPT.unlink(missing_ok=True)
    until = time.monotonic() + 60 * asked.minutes
    rows = [json.loads(line) for line in KEPT.read_text().splitlines()] if KEPT.exists() else []
    done = {(row["kind"], row["seed"], row.get("method") or row["signals"]) for row in rows}
    usual = (Method.SUPPRESSION.value, Method.CONTRIBUTOR_KEYS.value)
    work = [(control, "control", seed, method) for seed in range(2) for method in usual]
    work += [
        (ours, "ours", seed, signals) for seed in range(asked.seeds) for signals in asked.sizes
    ]
    left = [each for each in work if each[1:2] + each[2:] not in done]
    with ProcessPoolExecutor(2) as pool:
        futures = [pool.submit(run, seed, what) for run, _, seed, what in left]
        for future in as_completed(futures):
            if future.cancelled():
                continue
            rows.append(future.result())
            with KEPT.open("a") as kept:
                kept.write(json.dumps(rows[-1]) + "\n")
            sys.stdout.write(f"{len(rows)} of {len(work)}: {json.dumps(rows[-1])}\n")
            sys.stdout.flush()
            if time.monotonic() > until:
                pool.shutdown(wait=False, cancel_futures=True)
    lines = list(told(rows))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.exit(not holds(rows))


def holds(rows: Sequence[Row]) -> bool:
    """Whether every proof that was run holds."""
    own = [row for row in rows if row["kind"] == "ours"]
    releases = sum(len(row["tables"]) for row in own)
    claims = sum(row["stranger"][0] + row["partner"][0] for row in own)
    broken = all(broke(row) for row in rows if row["kind"] == "control")
    proven = sum(row["intervals"] + row["bounds"][1] for row in own)
    worst, bound = bias()
    return 20 * claims <= releases and not proven and broken and worst <= bound


def broke(row: Row) -> bool:
    """Whether an attacker was right about a cell."""
    return any(right for _, right in row["scores"].values())


def told(rows: Sequence[Row]) -> Iterator[str]:
    """The table, in Markdown."""
    yield "# Proof of the figures"
    yield ""
    day = datetime.now(UTC).date().isoformat()
    yield f"Made by `make proof` on {day}: {len(rows)} runs are in it."
    own = {(row["seed"], row["signals"]) for row in rows if row["kind"] == "ours"}
    lacking = {size: WHOLE - sum(held == size for _, held in own) for size in SIZES}
    yield (
        f"A whole proof has {WHOLE} seeds of each size; not run: "
        + (", ".join(f"{n} at {size} signals" for size, n in lacking.items() if n > 0) or "none")
        + "."
    )
    yield ""
    yield "Each is a made-up year, released by plan, audit and ladder, then attacked over all of"
    yield "its releases together (quarters or halves, and the year). A claim is a count of 1-4"
    yield "believed for 0.9 or more, with either prior; the partner is the largest group of"
    yield "reporters, which knows its own true facts. In the audit of these runs the stranger's"
    yield "checks were made; readers who know facts are attacked with true ones instead."
    yield ""
    yield "## (a) no claims, no sure intervals; (g) utility"
    yield ""
    head = ("signals a year", "seeds", "releases", "claims: stranger", "partner", "of them right")
    head += ("counts proven", "intervals that fail", "periods with all tables")
    head += ("years with all tables", "with some of them", "say more than 0-4")
    head += ("seconds to release", "to attack")
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for size in sorted({row["signals"] for row in rows if row["kind"] == "ours"}):
        held = [row for row in rows if row["kind"] == "ours" and row["signals"] == size]
        inner = [t for row in held for p, t in row["tables"].items() if len(p) > 4 and t[1]]
        years = [row["tables"]["2026"] for row in held]
        right = sum(row["stranger"][1] + row["partner"][1] for row in held)
        cells = (
            size,
            len(held),
            sum(len(row["tables"]) for row in held),
            sum(row["stranger"][0] for row in held),
            sum(row["partner"][0] for row in held),
            right,
            sum(row["bounds"][0] for row in held),
            sum(row["intervals"] for row in held),
            f"{sum(t[0] == t[1] for t in inner)} of {len(inner)}",
            sum(t[0] == t[1] for t in years),
            sum(0 < t[0] < t[1] for t in years),
            f"{100 * sum(r['more'] for r in held) // max(1, sum(r['cells'] for r in held))} %",
            f"{max(row['releasing'] for row in held)}",
            f"{max(row['attacking'] for row in held)}",
        )
        yield "| " + " | ".join(map(str, cells)) + " |"
    yield ""
    yield "Seeds: " + ", ".join(sorted({str(r["seed"]) for r in rows}, key=int)) + "."
    yield "Seconds are the longest of a run, on a machine that did other work as well."
    yield ""
    yield "## (b) controls that must break, at 25 signals a quarter"
    yield ""
    yield "| method | seed | claims right, by attacker |"
    yield "|---|---|---|"
    for row in (each for each in rows if each["kind"] == "control"):
        scores = ", ".join(f"{name} {right} of {n}" for name, (n, right) in row["scores"].items())
        yield f"| {row['method']} | {row['seed']} | {scores} |"
    worst, bound = bias()
    yield ""
    yield "## The others"
    yield ""
    yield "| proof | where |"
    yield "|---|---|"
    yield "| (c) one cell, one address | tests/services/statistics/test_attack.py |"
    yield "| (d) a record after the freeze changes no byte | tests of the release |"
    yield "| (e) every number shown is a published cell | tests of pages, downloads and reports |"
    yield (
        f"| (f) unbiased over {SECRETS} secrets | largest mean error of counts 0-12: {worst:.2f} "
        f"standard errors (at most {bound}) |"
    )


if __name__ == "__main__":
    main()
