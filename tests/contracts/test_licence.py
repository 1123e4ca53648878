"""The licence is the European Union Public Licence 1.2, all of it, and everybody says so."""

import hashlib
import re
import tomllib

from tests.contracts.tree import ROOT

# SHA-256 over the English text with every run of white space made one space.
EUPL_1_2 = "b265314fe0920ed66121307961dabb70eb3c26c508d2362783e821bbb4a0e16c"
ARTICLES = range(1, 16)


def licence() -> str:
    """LICENSE as it stands."""
    return (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_text_is_verbatim() -> None:
    words = " ".join(licence().split())
    assert hashlib.sha256(words.encode()).hexdigest() == EUPL_1_2


def test_the_text_is_complete() -> None:
    assert licence().startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    numbers = [int(number) for number in re.findall(r"^(\d+)\.", licence(), re.M)]
    assert numbers == list(ARTICLES)
    assert "Appendix" in licence()


def test_every_paper_names_the_same_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "EUPL-1.2"
    assert project["license-files"] == ["LICENSE"]
    assert "license: EUPL-1.2\n" in (ROOT / "publiccode.yml").read_text(encoding="utf-8")
