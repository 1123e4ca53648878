"""A page as PDF: all its words, and nothing fetched, kept or logged on the way."""

import logging
import tempfile
from typing import Any

import pytest
from kit.pango import need_pango

from signalering.web import pdf

WORD = "Zonnebloemolie"
TEMPTING = f"""<!DOCTYPE html><html lang="nl"><head><title>Proef</title>
<link rel="stylesheet" href="http://203.0.113.9/x.css">
<link rel="stylesheet" href="file:///etc/passwd">
<style>@import url(http://203.0.113.9/y.css);
@font-face {{ font-family: x; src: url(http://203.0.113.9/{WORD}.woff); }}
p {{ font-family: x, sans-serif; background: url("file:///etc/{WORD}"); }}</style></head>
<body><img src="http://203.0.113.9/{WORD}.png" alt=""><img src="file:///etc/{WORD}" alt="">
<object data="file:///etc/hostname"></object><p>{WORD}</p></body></html>"""


def text_of(html: str) -> str:
    """The words that stand on the pages, as they were laid out."""
    found: list[str] = []

    def walk(box: Any) -> None:
        text = getattr(box, "text", None)
        if isinstance(text, str):
            found.append(text)
        for child in getattr(box, "children", ()):
            walk(child)

    for page in pdf.drawn(html).pages:
        walk(page._page_box)
    return " ".join(" ".join(found).split())


def test_nothing_is_fetched_from_the_network_or_the_disk(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    need_pango()
    refused: list[str] = []
    kind = type(pdf.fetcher())

    ours = kind.fetch

    def watched(self: Any, url: str, headers: Any = None) -> Any:
        try:
            return ours(self, url, headers)
        except ValueError:
            refused.append(url)
            raise

    monkeypatch.setattr(kind, "fetch", watched)
    with caplog.at_level(logging.DEBUG):
        assert pdf.pdf_of(TEMPTING).startswith(b"%PDF-")
    assert len(refused) >= 6, "it was tempted"
    assert WORD not in caplog.text
    assert WORD in text_of(TEMPTING)


@pytest.mark.parametrize("url", ["https://203.0.113.9/", "file:///etc/hostname", "data:,x", "x"])
def test_what_fetches_refuses(url: str) -> None:
    need_pango()
    with pytest.raises(ValueError, match=url):
        pdf.fetcher().fetch(url)


def test_no_file_is_made_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever makes a temporary file or folder asks for a name there first."""
    need_pango()
    made: list[str] = []
    names = tempfile._get_candidate_names

    def watched() -> Any:
        made.append("asked")
        return names()

    monkeypatch.setattr(tempfile, "_get_candidate_names", watched)
    assert pdf.pdf_of(f"<h1>{WORD}</h1><ul><li>{WORD}</li></ul>").startswith(b"%PDF-")
    assert made == []
    # A page that brings its own font gets a folder for that font; ours brings none.
    pdf.pdf_of(TEMPTING)
    assert made, "it would have been seen"


def test_without_the_libraries_there_is_none_and_all_else_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr(pdf, "import_module", missing)
    pdf.available.cache_clear()
    assert pdf.available() is False
    monkeypatch.undo()
    pdf.available.cache_clear()
