"""A page of ours as a PDF, drawn by WeasyPrint in memory.

It fetches nothing, from the network or from the disk: what it needs comes as text. The system's
pango is only there where somebody installed it; without it all else works.
"""

import logging
from functools import cache
from importlib import import_module
from typing import Any

STYLE = """
@page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " / " counter(pages);
  font: 9pt sans-serif; } }
body { font: 10.5pt/1.45 sans-serif; color: #000; }
h1 { font-size: 16pt; } h2 { font-size: 12.5pt; margin: 1.4em 0 .3em; } h3 { font-size: 10.5pt; }
h1, h2, h3 { break-after: avoid; line-height: 1.25; }
h3 { margin: 1em 0 0; } p, ul, dl { margin: .2em 0 .6em; } ul { padding-left: 1.2em; }
dt { font-weight: bold; float: left; clear: left; width: 9em; } dd { margin-left: 9em; }
.words { white-space: pre-wrap; } .muted, .timeline__meta { color: #444; }
h4 { margin: .8em 0 0; font-size: 10pt; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: .6em 0 1em; font-size: 9.5pt;
  break-inside: avoid; }
caption { text-align: left; font-weight: bold; margin-bottom: .2em; }
th, td { border-bottom: .5pt solid #888; padding: .2em .5em .2em 0; vertical-align: top; }
th { text-align: left; font-weight: normal; } thead th { font-weight: bold; }
svg { display: block; width: 7.5cm; margin: .6em 0; overflow: visible; break-inside: avoid; }
tr { break-inside: avoid; } caption { break-after: avoid; }
.long-tables table { break-inside: auto; }
"""
# PDF for everybody: its headings, lists and tables are tagged as such; ISO 14289-1.
VARIANT = "pdf/ua-1"
# What it complains of could quote what it draws.
logging.getLogger("weasyprint").setLevel(logging.CRITICAL + 1)
logging.getLogger("fontTools").setLevel(logging.CRITICAL + 1)


def fetcher() -> Any:
    """What a page would fetch with: no kind of address is allowed, that of a file neither."""
    return import_module("weasyprint.urls").URLFetcher(allowed_protocols=())


@cache
def available() -> bool:
    """Whether this machine has what drawing needs."""
    try:
        import_module("weasyprint")
    except OSError:
        return False
    return True


def drawn(html: str) -> Any:
    """The pages, laid out. Raises OSError where the libraries are missing."""
    weasyprint = import_module("weasyprint")
    style = weasyprint.CSS(string=STYLE, url_fetcher=fetcher())
    return weasyprint.HTML(string=html, url_fetcher=fetcher()).render(stylesheets=[style])


def pdf_of(html: str) -> bytes:
    """The file."""
    made: bytes = drawn(html).write_pdf(pdf_variant=VARIANT)
    return made
