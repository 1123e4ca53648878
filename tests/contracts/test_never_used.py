"""What the program never uses: each is a door that then needs no lock.

Code made at run time, commands of the system, formats that carry out what they hold, XML readers,
texts that pass for HTML, chance that can be guessed, and what scripts in a browser could leak by.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.tree import PACKAGE, python_files, shown, texts

SHUT_MODULES = frozenset(
    {
        # They carry out what they read.
        "pickle",
        "marshal",
        "shelve",
        "dill",
        "jsonpickle",
        "yaml",
        # They start other programs.
        "subprocess",
        "pty",
        "pexpect",
        # They read XML, and fetch what it names.
        "xml",
        "lxml",
        "defusedxml",
        # They would talk to what an input names.
        "requests",
        "urllib3",
        "ftplib",
        "telnetlib",
        "ldap",
        "ldap3",
    }
)
SHUT_NAMES = frozenset({"eval", "exec", "compile", "__import__", "Markup"})
SHUT_CALLS = frozenset(
    {
        "os.system",
        "os.popen",
        "os.spawnv",
        "os.spawnl",
        "flask.render_template_string",
        "urllib.request.urlopen",
        "hashlib.md5",
        "hashlib.sha1",
        "tempfile.mktemp",
    }
)
# Pictures that the program draws itself, out of an address or a code: no text of a person's.
DRAWN = re.compile(r"\{\{ (?:link|view|card)\.(?:qr|qr_code)\|safe \}\}")
# In a script: text made into a page or into code, and places in which a browser keeps things.
SHUT_IN_SCRIPTS = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|"
    r"DOMParser|setHTMLUnsafe|localStorage|sessionStorage|indexedDB|document\.cookie|"
    r"Function\(|setAttribute\(\s*[\"']on|__proto__|importScripts|WebSocket|EventSource)|"
    r"(?<!\.)\beval\s*\(|\bsetTimeout\(\s*[\"'`]|callback=|\bvar\s|\bwindow\.\w+\s*=[^=]"
)
SERVED = frozenset({".css", ".js", ".svg", ".png", ".ico", ".woff2", ".webmanifest"})
# Chance that may be guessed: examples, and the order of things that nobody may choose.
CHANCE = re.compile(r"\brandom\.(?!SystemRandom)\w+")


def shut_uses(source: str) -> Iterator[str]:
    """What of the lists a piece of Python uses."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name.split(".")[0] in SHUT_MODULES)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if module.split(".")[0] in SHUT_MODULES:
                yield module
            yield from (
                f"{module}.{one.name}" for one in node.names if f"{module}.{one.name}" in SHUT_CALLS
            )
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if f"{node.value.id}.{node.attr}" in SHUT_CALLS:
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.Name) and node.id in SHUT_NAMES:
            yield node.id


def found_in(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    """Where a pattern stands, by file and line."""
    return [
        f"{shown(path)}:{number}: {line.strip()}"
        for path, text in texts(files)
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_module_uses_what_is_shut() -> None:
    used = {
        shown(path): found
        for path, text in texts(python_files(PACKAGE))
        if (found := sorted(set(shut_uses(text))))
    }
    assert used == {}


def test_chance_is_never_one_that_can_be_guessed() -> None:
    made_up = {PACKAGE / "demo", PACKAGE / "privacy" / "disclosure"}
    files = [path for path in python_files(PACKAGE) if not made_up & set(path.parents)]
    assert found_in(CHANCE, files) == []


def test_only_drawn_pictures_pass_for_html() -> None:
    places = found_in(re.compile(r"\|\s*safe\b|autoescape"), sorted(PACKAGE.rglob("*.html")))
    assert [one for one in places if not DRAWN.search(one)] == []
    assert places, "the pictures are looked at"


def test_templates_hold_no_script_and_no_style_of_their_own() -> None:
    inline = re.compile(r"<script(?![^>]*\ssrc=)|\son\w+=\"|\sstyle=\"|javascript:|<style")
    assert found_in(inline, sorted(PACKAGE.rglob("*.html"))) == []


def test_scripts_make_no_page_out_of_text_and_keep_nothing() -> None:
    assert found_in(SHUT_IN_SCRIPTS, sorted((PACKAGE / "static").rglob("*.js"))) == []


def test_only_these_kinds_of_files_are_served() -> None:
    files = [path for path in (PACKAGE / "static").rglob("*") if path.is_file()]
    assert {path.suffix for path in files} <= SERVED
    assert not [path for path in files if path.is_symlink()]


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "from xml.etree import ElementTree",
        "eval('1')",
        "import os\nos.system('ls')",
        "from flask import render_template_string",
        "from markupsafe import Markup\nMarkup('x')",
    ],
)
def test_what_is_shut_is_seen(source: str) -> None:
    assert list(shut_uses(source))


@pytest.mark.parametrize(
    "line", ["row.innerHTML = text", "localStorage.setItem(a, b)", "eval(x)", "window.name = 1"]
)
def test_what_is_shut_in_scripts_is_seen(line: str) -> None:
    assert SHUT_IN_SCRIPTS.search(line)
