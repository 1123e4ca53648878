"""Texts of the public site and the guide: the installation's own files where they are sound, else
those that were delivered.

A broken file of one's own never takes a packaged page away: that one shows, and the fault is told
to the administrator. A file under a new name is a page more. Files are read at each look, so that a
change shows at once; there are few of them.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from signalering.domain.course_file import Fault
from signalering.domain.languages import LANGUAGES
from signalering.domain.site import SiteKind, SiteText
from signalering.domain.site_file import LONGEST, SLUG, read_site
from signalering.domain.texts import N_
from signalering.services.network.write import translator

FOLDER = "site"
GUIDE = "guide"
NOT_TEXT = Fault(1, N_("dit bestand is niet te lezen: bewaar het als tekst in UTF-8"))
BAD_NAME = Fault(1, N_("de naam mag alleen kleine letters, cijfers en streepjes hebben"))
ONE_LANGUAGE = Fault(1, N_("deze pagina is er niet in de andere taal"))


def texts(instance: Path, language: str, folder: str = FOLDER) -> dict[str, SiteText]:
    """All sound texts by slug."""
    found = dict(packaged(language, folder))
    for slug in _own(instance / folder / language):
        text, _ = _read(instance / folder / language, slug)
        if text is not None:
            found[slug] = text
    return {slug: text for slug, text in found.items() if text.kind is not SiteKind.HIDDEN}


def is_there(instance: Path, language: str, slug: str, folder: str) -> bool:
    """Whether this one text can be read, without a look at the others."""
    text, _ = _read(instance / folder / language, slug)
    text = text or packaged(language, folder).get(slug)
    return text is not None and text.kind is not SiteKind.HIDDEN


def in_both(instance: Path, slug: str, folder: str = FOLDER) -> bool:
    """Whether a page can be read in the other language too."""
    return all(slug in texts(instance, one, folder) for one in LANGUAGES)


@cache
def packaged(language: str, folder: str = FOLDER) -> Mapping[str, SiteText]:
    """The texts as they were delivered."""
    found = {}
    for path in (files("signalering") / "data" / folder / language).iterdir():
        text, _ = read_site(path.read_text(encoding="utf-8"))
        if text is not None:
            found[path.name.removesuffix(".md")] = text
    return MappingProxyType(found)


def check(instance: Path) -> tuple[tuple[str, Fault], ...]:
    """What is wrong with the own files: file and line."""
    return tuple(fault for folder in (FOLDER, GUIDE) for fault in _check(instance, folder))


def _check(instance: Path, folder: str) -> Iterator[tuple[str, Fault]]:
    known = {language: texts(instance, language, folder) for language in LANGUAGES}
    for language, other in zip(LANGUAGES, reversed(LANGUAGES), strict=True):
        for slug in _own(instance / folder / language):
            name = f"{folder}/{language}/{slug}.md"
            text, faults = _read(instance / folder / language, slug)
            yield from ((name, fault) for fault in faults)
            if text is not None and (slug in known[language]) != (slug in known[other]):
                yield name, ONE_LANGUAGE


def newest_fault(instance: Path) -> tuple[str, Fault] | None:
    """The first fault of the file that was changed last, if any file has one."""
    return max(check(instance), key=lambda one: _changed(instance / one[0]), default=None)


def faults(instance: Path) -> tuple[str, ...]:
    """The same as lines for a console."""
    english = translator("en")
    return tuple(
        f"{name}, line {fault.line}: {fault.told(english)}" for name, fault in check(instance)
    )


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _own(folder: Path) -> list[str]:
    try:
        return sorted(path.stem for path in folder.glob("*.md"))
    except OSError:
        return []


def _read(folder: Path, slug: str) -> tuple[SiteText | None, tuple[Fault, ...]]:
    if not SLUG.fullmatch(slug):
        return None, (BAD_NAME,)
    try:
        with (folder / f"{slug}.md").open(encoding="utf-8-sig") as file:
            return read_site(file.read(LONGEST + 1))
    except (OSError, UnicodeDecodeError):
        return None, (NOT_TEXT,)
