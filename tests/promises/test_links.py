"""From one dump: who reported which signal, and which signal became which case, is a guess."""

import copy
import hashlib
import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import SystemRandom

import pytest
from kit.databases import SqliteTowns
from kit.dump import Loot, Row, steal
from kit.half_year import REPORTERS, Truth, live, mail_left
from kit.linking import Features, Puzzle, Reader, Verdict, judge, judge_clock, rank_places
from kit.town import START

from signalering.domain.clock import AMSTERDAM
from signalering.domain.states import CaseState
from signalering.domain.vocabularies import group_of_domain
from signalering.services.network.queue import NEWS_AT

# So improbable that it is no luck.
NO_LUCK = 1e-6
ALL = frozenset(CaseState)
LIVE = ALL - {CaseState.CLOSED}
CLOCK = (
    "case.deadline_on of first",
    "signal.registered_on of first",
    ("case.deadline_kind of first", "case.state of first"),
)
# Every table that names an account.
OF_ACCOUNTS = (
    "account_hat",
    "certificate",
    "cover",
    "credential",
    "invitation",
    "outbox_mail",
    "relink",
    "user_key",
    "user_wrap",
)
Played = tuple[Loot, Truth]


@pytest.fixture(scope="module")
def played(sqlite_towns: SqliteTowns, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """One dump after half a year, rows as the database gives them, and the truth."""
    with sqlite_towns.town(tmp_path_factory.mktemp("half-year"), remembered=False) as town:
        truth = live(town, SystemRandom())
        loot = steal(town.house)
        assert all(loot.data[table] for table in ("invitation", "job_run", "relink"))
        return loot, truth


def test_nobody_can_tell_who_reported_a_signal(played: Played) -> None:
    loot, truth = played
    verdict = judge(_reporters(mail_left(loot, START), truth))
    sys.stdout.write(f"reporters: {verdict}\n")
    assert verdict.by_luck > NO_LUCK, str(verdict)


def test_news_that_waits_names_no_signal(played: Played) -> None:
    """A row says that a worker has news on a morning: by design, and as long as it waits.

    The sharpest use of it: a signal in hand was taken soon after its day of registration, and news
    of that goes out on the next morning. Beside a mail server that is a guess; without one, what
    a few days leave is printed, and docs/threat-model.md says it.
    """
    loot, truth = played
    news = [row for row in truth.unsent if row["kind"] == "signal_news"]
    assert all(row["due_at"].astimezone(AMSTERDAM).time() == NEWS_AT for row in news)
    verdict = _by_news(mail_left(loot, START), truth)
    sys.stdout.write(f"reporters of signals in hand, by news that waits: {verdict}\n")
    assert verdict.by_luck > NO_LUCK, str(verdict)
    few = _by_news(loot, truth)
    sys.stdout.write(f"the same where no mail leaves: {few}\n")


def test_news_of_half_a_year_would_tell(played: Played) -> None:
    """The attack bites: that is why what never left is deleted after three days."""
    loot, truth = played
    left = [row for row in loot.data["outbox_mail"] if row["kind"] == "signal_news"]
    assert all(row["due_at"] > START - timedelta(days=3) for row in left)
    kept = _by_news(replace(loot, data=loot.data | {"outbox_mail": truth.unsent}), truth)
    sys.stdout.write(f"the same where news of half a year is kept: {kept}\n")
    # However the half year went: with news of each on the very next morning all are found.
    planted = [
        {
            "account_id": truth.reporter_of[row["id"]],
            "due_at": datetime.combine(row["registered_on"], NEWS_AT, UTC) + timedelta(days=1),
        }
        for row, _ in _in_hand(loot, truth)
    ]
    verdict = _by_news(replace(loot, data=loot.data | {"outbox_mail": planted}), truth)
    assert verdict.right > verdict.of / 2, str(verdict)


def test_no_value_size_or_order_tells_which_signal_became_a_case(played: Played) -> None:
    loot, truth = played
    verdict = judge(_origins(loot, truth, days=False))
    sys.stdout.write(f"cases, days left out: {verdict}\n")
    assert verdict.by_luck > NO_LUCK, str(verdict)


def test_nothing_tells_which_signal_became_a_case(played: Played) -> None:
    loot, truth = played
    verdict = judge(_origins(loot, truth))
    sys.stdout.write(f"cases: {verdict}\n")
    assert verdict.by_luck > NO_LUCK, str(verdict)


def test_the_clock_of_a_live_case_tells_no_signal(played: Played) -> None:
    """A deadline runs from the days of the work, which began soon after the signal.

    Beside a clear day of registration it found a third of them.
    """
    loot, truth = played
    verdict = judge_clock(_origins(loot, truth, LIVE), *CLOCK)
    sys.stdout.write(f"live cases by their clock: {verdict}\n")
    assert verdict.by_luck > NO_LUCK, str(verdict)


def test_a_clear_day_on_both_sides_is_found(played: Played) -> None:
    """The attack bites: with the day of opening on the signal, the case's clock finds it."""
    loot, truth = played
    careless = replace(loot, data=copy.deepcopy(loot.data))
    live_ones = [row for row in careless.data["case_record"] if row["deadline_on"]]
    for at, row in enumerate(live_ones):
        # Each a day that no other signal has: what bites doesn't hang on the half year's luck.
        row["deadline_on"] = START.date() + timedelta(days=30 + at)
    deadline = {row["id"]: row["deadline_on"] for row in careless.data["case_record"]}
    cases = {signal: case for case, signal in truth.signal_of.items()}
    for row in careless.data["signal"]:
        if row["id"] in cases and deadline[cases[row["id"]]]:
            row["registered_on"] = deadline[cases[row["id"]]] - timedelta(days=9)
    # So long after it whatever the kind: all are learned from, and none stands alone in its kind.
    verdict = judge_clock(_origins(careless, truth, LIVE), *CLOCK[:2], ())
    assert verdict.right == verdict.of > 3, str(verdict)


def _copied_day(loot: Loot, truth: Truth) -> None:
    day_of = {}
    for at, row in enumerate(loot.data["signal"]):
        row["hold_until"] = row["hold_until"] and row["hold_until"] - timedelta(days=at)
        day_of[row["id"]] = row["hold_until"]
    for row in loot.data["case_record"]:
        row["hold_until"] = day_of[truth.signal_of[row["id"]]]


def _order_of_writing(loot: Loot, truth: Truth) -> None:
    """As a table keeps rows that nobody told it to keep otherwise."""
    order = {signal_id: at for at, signal_id in enumerate(truth.reporter_of)}
    loot.data["signal"].sort(key=lambda row: order[row["id"]])
    loot.data["case_record"].sort(key=lambda row: order[truth.signal_of[row["id"]]])


def _copied_code(loot: Loot, truth: Truth) -> None:
    """A hash of the signal's reference, with the installation's own secret or without."""
    reference = {row["id"]: row["reference"] for row in loot.data["signal"]}
    for row in loot.data["case_record"]:
        code = reference[truth.signal_of[row["id"]]].encode()
        row["reference"] = hashlib.sha256(code).digest()[:16]


def _told_size(loot: Loot, truth: Truth) -> None:
    """An entry without padding, whose length tells the signal's."""
    count = {row["id"]: at for at, row in enumerate(loot.data["signal"])}
    for row in loot.data["signal"]:
        row["reporter_tag"] = bytes(16 + count[row["id"]])
    for row in loot.data["case_entry"]:
        if row["number"] == 1:
            row["sealed"] = bytes(100 + count[truth.signal_of[row["case_id"]]])


@pytest.mark.parametrize("plant", [_copied_day, _order_of_writing, _copied_code, _told_size])
def test_a_planted_link_to_a_case_is_found(
    played: Played, plant: Callable[[Loot, Truth], None]
) -> None:
    loot, truth = played
    careless = replace(loot, data=copy.deepcopy(loot.data))
    plant(careless, truth)
    verdict = judge(_origins(careless, truth))
    assert verdict.by_luck < NO_LUCK, str(verdict)


def test_a_planted_link_to_a_reporter_is_found(played: Played) -> None:
    loot, truth = played
    careless = replace(loot, data=copy.deepcopy(loot.data))
    for row in careless.data["signal"]:
        row["reporter_tag"] = truth.reporter_of[row["id"]].bytes
    verdict = judge(_reporters(careless, truth))
    assert verdict.right == verdict.of, str(verdict)


def _by_news(loot: Loot, truth: Truth) -> Verdict:
    """Each signal in hand: whose news was the first after its registration?"""
    mornings: dict[object, list[int]] = {}
    for row in loot.data["outbox_mail"]:
        mornings.setdefault(row["account_id"], []).append(row["due_at"].toordinal())
    right, chances = 0.0, []
    for row, named in _in_hand(loot, truth):
        day = row["registered_on"].toordinal()
        waits = {
            one: min((at - day for at in mornings.get(one, ()) if at > day), default=999)
            for one in named
        }
        alike = [one for one in named if waits[one] == min(waits.values())]
        right += (truth.reporter_of[row["id"]] in alike) / len(alike)
        chances.append(1 / len(named))
    return Verdict("mornings of news", right, tuple(chances))


def _in_hand(loot: Loot, truth: Truth) -> Iterator[tuple[Row, list[object]]]:
    """Signals that somebody took, with the reporters of their group."""
    domain_of = {row["id"]: row["domain"] for row in loot.data["partner"]}
    people = [row for row in loot.data["account"] if row["email"].startswith("r")]
    for row in loot.data["signal"]:
        if row["state"] == "in_triage" and row["id"] in truth.reporter_of:
            group = row["reporter_group"]
            yield (
                row,
                [
                    one["id"]
                    for one in people
                    if group_of_domain(domain_of[one["partner_id"]]) == group
                ],
            )


def _reporters(loot: Loot, truth: Truth) -> list[Puzzle]:
    """Each signal; its candidates are the reporters of organisations of its group."""
    reader, tables = Reader(loot), loot.tables
    domain_of = {row["id"]: row["domain"] for row in tables["partner"]}
    people = [row for row in tables["account"] if row["email"].startswith("r")]
    assert len(people) == REPORTERS
    seen = {row["id"]: _account(reader, row) for row in people}
    puzzles = []
    for signal_id, reporter in truth.reporter_of.items():
        (row,) = reader.rows("signal", "id", signal_id)
        named = [
            one["id"]
            for one in people
            if group_of_domain(domain_of[one["partner_id"]]) == row["reporter_group"]
        ]
        puzzles.append(
            Puzzle(
                _signal(reader, row),
                [seen[one] for one in named],
                named.index(reporter),
            )
        )
    return puzzles


def _origins(
    loot: Loot, truth: Truth, states: Collection[str] = ALL, *, days: bool = True
) -> list[Puzzle]:
    """Each case; its candidates are the signals of its signal's month that led to a case.

    That much is given away: the month, and (by the hold) that a case came of it.
    """
    reader = Reader(loot, days=days)
    rows = {row["id"]: row for row in loot.data["signal"] if row["hold_until"]}
    seen = {key: _signal(reader, row) for key, row in rows.items()}
    rank_places(list(seen.values()))
    cases = {row["id"]: _case(reader, row) for row in loot.data["case_record"]}
    rank_places(list(cases.values()))
    state_of = {row["id"]: row["state"] for row in loot.data["case_record"]}
    puzzles = []
    for case_id, origin in truth.signal_of.items():
        if state_of[case_id] not in states:
            continue
        month = rows[origin]["registered_on"].replace(day=1)
        named = [key for key, row in rows.items() if row["registered_on"].replace(day=1) == month]
        puzzles.append(Puzzle(cases[case_id], [seen[one] for one in named], named.index(origin)))
    return puzzles


def _signal(reader: Reader, row: Row) -> Features:
    key = row["id"]
    return reader.features(
        {
            "signal": ("signal", [row]),
            "thread": ("thread_entry", reader.rows("thread_entry", "signal_id", key)),
            "triage": ("triage_entry", reader.rows("triage_entry", "signal_id", key)),
            "details": ("contact_details", reader.rows("contact_details", "signal_id", key)),
            "indicators": ("signal_indicator", reader.rows("signal_indicator", "signal_id", key)),
            "thread key": ("wrap", reader.rows("wrap", "key_id", row["thread_key_id"])),
            "triage key": ("wrap", reader.rows("wrap", "key_id", row["triage_key_id"])),
            "facts": ("pending_fact", reader.rows("pending_fact", "key_id", row["triage_key_id"])),
        }
    )


def _case(reader: Reader, row: Row) -> Features:
    key = row["id"]
    details = reader.rows("contact_details", "case_id", key)
    return reader.features(
        {
            "case": ("case_record", [row]),
            "entries": ("case_entry", reader.rows("case_entry", "case_id", key)),
            "details": ("contact_details", details),
            "referral": ("referral", reader.rows("referral", "case_id", key)),
            "case key": ("wrap", reader.rows("wrap", "key_id", row["key_id"])),
            "contact key": (
                "wrap",
                [wrap for one in details for wrap in reader.rows("wrap", "key_id", one["key_id"])],
            ),
            "facts": ("pending_fact", reader.rows("pending_fact", "key_id", row["key_id"])),
        }
    )


def _account(reader: Reader, row: Row) -> Features:
    return reader.features(
        {table: (table, reader.rows(table, "account_id", row["id"])) for table in OF_ACCOUNTS}
        | {"account": ("account", [row])}
    )
