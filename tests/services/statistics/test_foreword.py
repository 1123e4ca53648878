"""A foreword: a coordinator's words, about nobody; whoever is second loses nothing."""

import pytest
from kit.published import publish
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.statistics.foreword import FOREWORD_LIMIT, WriteForeword
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotFound
from signalering.domain.views.signals.note import NoteIdentifies
from signalering.domain.views.statistics.foreword import ForewordView
from signalering.services.statistics.alderman import alderman
from signalering.services.statistics.foreword import foreword, kept_foreword

TEXT = "Samen letten we op elkaar."


def write(town: Town, text: str, version: int = 0, period: str = "2026H1") -> None:
    with town.committed("coordinator") as work:
        foreword(work, WriteForeword(period, version, text))


def kept(town: Town, period: str = "2026H1", key: str = "coordinator") -> ForewordView:
    with town.work(key, writes=False) as work:
        return kept_foreword(work, period)


def test_it_is_kept_and_changed_and_stands_in_the_report(town: Town) -> None:
    publish(town, [2026])
    assert kept(town) == ForewordView("2026H1", "", "", 0)
    write(town, f"  {TEXT}\r\nDank.  ")
    assert (kept(town).text, kept(town).version) == (f"{TEXT}\nDank.", 1)
    write(town, TEXT, 1)
    with town.committed("manager") as work:
        assert alderman(work, "2026H1").foreword == TEXT
        assert alderman(work, "2026").foreword == ""
    write(town, "", 2)
    assert (kept(town).text, kept(town).version) == ("", 3)
    assert kept(town).written_by


@pytest.mark.parametrize("version", [-1, 0, 2])
def test_whoever_saw_another_version_is_second(town: Town, version: int) -> None:
    publish(town, [2026])
    write(town, TEXT)
    with pytest.raises(Conflict):
        write(town, "Iets anders.", version)
    assert (kept(town).text, kept(town).version) == (TEXT, 1)


@pytest.mark.parametrize(
    "text",
    ["Dank aan mevrouw Jansen uit Monster.", "Het nummer is 06 12345678.", "BSN 111222333."],
)
def test_the_guard_reads_it_first(town: Town, text: str) -> None:
    publish(town, [2026])
    with pytest.raises(NoteIdentifies):
        write(town, text)
    assert kept(town).version == 0


@pytest.mark.parametrize("text", ["a\x00b", "x" * (FOREWORD_LIMIT + 1), "om\u202egekeerd"])
def test_what_no_person_types_is_refused(town: Town, text: str) -> None:
    publish(town, [2026])
    with pytest.raises(InvalidInput):
        write(town, text)


@pytest.mark.parametrize("period", ["2026Q1", "2025H1", "", "2026\x00", "9999H2"])
def test_without_a_report_there_is_no_foreword(town: Town, period: str) -> None:
    publish(town, [2026])
    with pytest.raises(NotFound):
        write(town, TEXT, period=period)


def test_a_coordinator_alone_and_it_is_written_down_without_a_word(town: Town) -> None:
    publish(town, [2026])
    for key in ("manager", "worker", "administrator", "privacy_officer"):
        with pytest.raises(Denied):
            kept(town, key=key)
        with pytest.raises(Denied), town.committed(key) as work:
            foreword(work, WriteForeword("2026H1", 0, TEXT))
    write(town, TEXT)
    (entry,) = entries(town, "foreword_written")
    assert entry["details"] == {"period": "2026H1"}
