"""A text of the public site is plain words, bold, lists and checked addresses; nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.domain.site import BlockKind, Paper, SiteTime, Span
from signalering.domain.site_file import read_site, spans_of

HEAD = "title: Titel\n\n"


def test_what_can_be_written() -> None:
    text, faults = read_site(
        HEAD + "## Kop\nEen **dik** woord\nen [ons](/help).\n- een\n- twee\n  verder\n\n{team}\n"
    )
    assert faults == ()
    assert text is not None
    assert [one.kind for one in text.blocks] == [
        BlockKind.HEADING,
        BlockKind.TEXT,
        BlockKind.POINTS,
        BlockKind.TEAM,
    ]
    assert text.blocks[1].lines[0] == (
        Span("Een "),
        Span("dik", bold=True),
        Span(" woord en "),
        Span("ons", href="/help"),
        Span("."),
    )
    assert len(text.blocks[2].lines) == 2


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "http://plain.example",
        "//other.example",
        "/\\other.example",
        "/help?x=1",
        'https://x.example/"onclick',
        "https://user@x.example/",
        "data:text/html,x",
        "tel:abc",
        "mailto:x",
        "",
    ],
)
def test_a_link_leads_to_nothing_strange(address: str) -> None:
    text, faults = read_site(f"{HEAD}Kijk [hier]({address}).")
    assert text is None
    assert [fault.line for fault in faults] == [3]


def test_nor_does_one_whose_words_go_on_in_the_next_line() -> None:
    text, faults = read_site(f"{HEAD}Kijk [hier\nof daar](javascript:x).")
    assert text is None
    assert [fault.line for fault in faults] == [4]
    assert all(not span.href for span in spans_of("[hier](javascript:x)"))


def test_blocks_that_are_filled_in() -> None:
    text, faults = read_site(HEAD + "Een\n{team}\n{help}\n{address}\nTwee {team}")
    assert faults == ()
    assert text is not None
    assert [one.kind for one in text.blocks] == ["text", "team", "help", "address", "text"]
    assert text.lead == "Een"


def test_a_campaign_has_its_days() -> None:
    head = "title: X\nkind: campaign\nfrom: 2026-02-02\nuntil: 2026-02-03\n\n"
    text, _ = read_site(f"{head}## Kop")
    assert text is not None
    assert text.lead == ""
    assert [text.time(date(2026, 2, day)) for day in (1, 2, 3, 4)] == [
        SiteTime.AHEAD,
        SiteTime.ON,
        SiteTime.ON,
        SiteTime.OVER,
    ]


def test_a_campaign_may_go_on_without_an_end() -> None:
    text, faults = read_site("title: X\nkind: campaign\nfrom: 2026-02-02\n\nx")
    assert faults == ()
    assert text is not None
    times = [text.time(date(year, 2, 1)) for year in (2026, 2027, 2050)]
    assert times == [SiteTime.AHEAD, SiteTime.ON, SiteTime.ON]


def test_a_sheet_has_its_kind_of_paper() -> None:
    for paper in Paper:
        text, _ = read_site(f"title: X\nkind: material\npaper: {paper}\n\nx")
        assert text is not None
        assert text.paper is paper


@pytest.mark.parametrize(
    "address",
    ["/info/helps", "https://x.example/a?b=1", "tel:113", "tel:+31174000000", "mailto:a@x.example"],
)
def test_a_good_link_is_kept(address: str) -> None:
    text, faults = read_site(f"{HEAD}Kijk [hier]({address}).")
    assert faults == ()
    assert text is not None
    assert text.blocks[0].lines[0][1] == Span("hier", href=address)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", 1),
        ("title: X", 1),
        ("title: X\nkind: other\n\nx", 1),
        ("title: X\nkind: news\n\nx", 1),
        ("title: X\nkind: news\ndate: 2026-02-30\n\nx", 1),
        ("title: X\nkind: campaign\nfrom: 2026-02-03\nuntil: 2026-02-01\n\nx", 1),
        ("title: X\nkind: campaign\nuntil: 2026-02-01\n\nx", 1),
        ("title: X\nkind: campaign\nfrom: 2026-02-01\nuntil: -\n\nx", 1),
        ("title: X\norder: -1\n\nx", 1),
        ("title: X\nsecond line\n\nx", 2),
        ("title: X\ntitle: Y\n\nx", 2),
        ("title: X\n\nfine\n\x00", 4),
        ("title: X\nkind: material\npaper: a3\n\nx", 1),
        ("title: X\n\nfine\n{phone}", 4),
        ("title: X\n\n" + "x" * 100_001, 1),
    ],
)
def test_a_fault_is_told_with_its_line(content: str, line: int) -> None:
    text, faults = read_site(content)
    assert text is None
    assert line in {fault.line for fault in faults}
    assert all(fault.told(str) for fault in faults)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(content: str) -> None:
    read_site(content)
    assert all(not one.href or one.text for one in spans_of(content))
