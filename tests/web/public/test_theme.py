"""A municipality's own look: on every page, kept as long as it lasts, and never in a page's way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.browser_like import BASE, Browser
from kit.town import Town

from signalering.services.public.theme import MOST_CSS, MOST_LOGO, faults, taken, theme
from tests.contracts.tree import ROOT

SAMPLE = ROOT / "docs" / "theme"
PAGES = ("/", "/help", "/card", "/log-in", "/materials/poster", "/nowhere")
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 48"/>'


@pytest.fixture
def place(file_town: Town) -> Iterator[Path]:
    """The town's folder, with nothing of a look left in it afterwards."""
    folder = file_town.house.settings.instance
    folder.mkdir(exist_ok=True)
    yield folder
    for name in ("theme.css", "logo.svg", "logo.png"):
        (folder / name).unlink(missing_ok=True)


def test_without_one_nothing_is_asked_for(browser: Browser) -> None:
    for path in PAGES:
        assert "/theme/" not in browser.client.get(path, base_url=BASE).get_data(as_text=True)


def test_the_sample_is_sound_and_on_every_page(browser: Browser, place: Path) -> None:
    (place / "theme.css").write_bytes((SAMPLE / "zonnedorp.css").read_bytes())
    (place / "logo.svg").write_bytes((SAMPLE / "zonnedorp.svg").read_bytes())
    assert faults(place) == []
    now = theme(place)
    assert now.css
    assert now.logo
    assert (now.logo.width, now.logo.height) == (80, 40)
    sheet = f"/theme/{now.css.fingerprint}/theme.css"
    logo = f"/theme/{now.logo.fingerprint}/logo.svg"
    for path in PAGES:
        page = browser.client.get(path, base_url=BASE).get_data(as_text=True)
        assert page.index(sheet) > page.rindex("/static/", 0, page.index(sheet))
        assert (logo in page) == (path != "/materials/poster")
    answer = browser.client.get(sheet, base_url=BASE)
    assert answer.content_type == "text/css; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Set-Cookie" not in answer.headers
    assert "Vary" not in answer.headers, "kept for good, whatever cookie comes along"
    again = {"If-None-Match": answer.headers["ETag"]}
    assert browser.client.get(sheet, base_url=BASE, headers=again).status_code == 304
    drawn = browser.client.get(logo, base_url=BASE)
    assert drawn.content_type == "image/svg+xml"
    assert "sandbox" in drawn.headers["Content-Security-Policy"]
    assert "script-src" not in drawn.headers["Content-Security-Policy"]


def test_a_changed_one_has_another_address(browser: Browser, place: Path) -> None:
    (place / "theme.css").write_text(":root { --basis-border-radius-sm: 0; }")
    before = theme(place).css
    (place / "theme.css").write_text(":root { --basis-border-radius-sm: 1rem; }")
    after = theme(place).css
    assert before
    assert after
    assert before.fingerprint != after.fingerprint
    old = browser.client.get(f"/theme/{before.fingerprint}/theme.css", base_url=BASE)
    assert old.data == after.body
    assert old.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("theme.css", b"x" * (MOST_CSS + 1), "20001 bytes"),
        ("theme.css", b"\xff", "no text"),
        ("theme.css", b"@import 'https://elsewhere.example/x.css';", "fetches"),
        ("theme.css", b"a { cursor: URL(/log-in), auto }", "fetches"),
        ("theme.css", rb"a { cursor: \75 rl(/log-in), auto }", "fetches"),
        ("theme.css", rb"@\49mport '/x.css';", "fetches"),
        ("theme.css", b"a { background: -webkit-image-set('/x' 1x) }", "fetches"),
        ("theme.css", b":root { --basis-color-accent-1-bg-subtle: red", "brace"),
        ("logo.png", b"GIF89a", "no PNG"),
        ("logo.png", b"x" * (MOST_LOGO + 1), "30001 bytes"),
        ("logo.svg", b"<svg", "no SVG"),
        ("logo.svg", b"<html/>", "no SVG"),
        ("logo.svg", DRAWING.replace("viewBox", "class").encode(), "viewBox"),
        ("logo.svg", DRAWING.replace("96 48", "0 0").encode(), "no size"),
        ("logo.svg", DRAWING.replace("96 48", f"{'9' * 400} 48").encode(), "viewBox"),
        ("logo.svg", DRAWING.replace("96 48", f"96 {'9' * 400}").encode(), "viewBox"),
        ("logo.svg", b"<!DOCTYPE svg>" + DRAWING.encode(), "DOCTYPE"),
    ],
)
def test_what_is_wrong_is_told_and_not_served(
    tmp_path: Path, name: str, body: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(body)
    assert theme(tmp_path).file(name) is None
    (fault,) = faults(tmp_path)
    assert fault.startswith(f"{name}: ")
    assert said in fault


def test_a_faint_colour_is_told_by_its_pair_and_scheme(tmp_path: Path) -> None:
    (tmp_path / "theme.css").write_text(
        ":root { --own: #777; --basis-color-default-color-document: light-dark(var(--own), #fff) }"
        " @media print { :root { --basis-focus-color: #fff } } .aside { --basis-focus-color: #fff }"
    )
    told = faults(tmp_path)
    assert "theme.css: light: color-default-color-document on color-default-bg-default: 4.48, " in (
        "\n".join(told)
    )
    assert not any("dark: " in one or "focus-color" in one for one in told)


def test_a_wide_gap_in_a_sheet_keeps_nobody_waiting(tmp_path: Path) -> None:
    ink = f"--basis-color-default-color-document: light-dark(#777,{' ' * 15_000}#fff) !important"
    (tmp_path / "theme.css").write_text(f":root {{ {ink} }}")
    assert any("4.48" in fault for fault in faults(tmp_path))


def test_a_theme_of_the_standard_is_cut_down_to_what_is_used() -> None:
    light = """/* made */ .dorp-theme { --dorp-blue: #00f; --basis-color-action-1-color-default:
      var(--dorp-blue); --basis-border-radius-sm: 9px; --dorp-button-color: red; }"""
    dark = ".dorp-theme--color-scheme-dark { --dorp-blue: #99f; }"
    assert taken(light).splitlines() == [
        ":root {",
        "  color-scheme: light;",
        "  --basis-color-action-1-color-default: #00f;",
        "  --basis-border-radius-sm: 9px;",
        "}",
    ]
    assert "  --basis-color-action-1-color-default: light-dark(#00f, #99f);" in taken(light, dark)
