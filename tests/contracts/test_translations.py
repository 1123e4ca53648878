"""Every text of the screens has its English: whole, with the same parameters, nothing left over.

Dutch is the source language; the texts are gathered from the sources as `make texts` does it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from tests.contracts.tree import PACKAGE, ROOT, shown

ENGLISH = PACKAGE / "translations" / "en" / "LC_MESSAGES" / "messages.po"
TEMPLATES = sorted((PACKAGE / "templates").rglob("*.html"))

# Words that Dutch and English share, and names.
SAME_IN_BOTH = {
    "%(count)s week",
    "%(engine)s, %(size)s MB.",
    "week",
    "Contact",
    "Website",
    "website",
    "Menu",
    "Training",
    "Trainer",
    "Trainer:",
    "0-4",
    "Account",
    "Accounts",
    "E-mail",
    "Enter",
    "Excel",
    "Inbox",
    "ODS",
    "Open data",
    "Meldpunt Zorgwekkend Gedrag:",
    "Partners",
    "Postcode",
    "Veilig Thuis:",
    "account",
    "contact:",
    "manager",
    "open",
    "partner",
    "passkey",
    "privacy officer",
    "training",
}
# What stands in a template as it is, in both languages.
UNTRANSLATED = {
    "Signalering",  # the application's name
    "English",  # each language under its own name
    "Nederlands",
    "Polski",
    'class="field"',  # an attribute that a macro writes
    "width=device-width, initial-scale=1",  # for the browser, not for people
    "light dark",
    "0; url=",  # an address to go on to
}
_PARAMETER = re.compile(r"%\(\w+\)[a-z]|%%|\{\w+\}")
_LETTER = re.compile(r"[^\W\d_]")
# In a template's code: words with a blank between them, a capital in front, or an accent.
_LIKE_A_TEXT = re.compile(r"[^\W\d_]\s+[^\W\d_]|^[A-Z][a-z]|[^\W\d_a-zA-Z]")
_READ_ALOUD = {"alt", "aria-label", "content", "label", "placeholder", "title"}
_MARKERS = {"_", "gettext", "ngettext"}


def read(path: Path) -> Catalog:
    """A catalogue from its file; what doesn't parse is an error."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What the sources hold now, gathered with the keywords that the Makefile names."""
    keywords = re.findall(r"-k (\S+)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert keywords
    gathered = tmp_path_factory.mktemp("texts") / "messages.pot"
    options = [part for keyword in keywords for part in ("-k", keyword)]
    mapping = ["-F", str(ROOT / "babel.cfg")]
    CommandLineInterface().run(
        ["pybabel", "-q", "extract", *mapping, *options, "-o", str(gathered), str(PACKAGE)]
    )
    return read(gathered)


@pytest.fixture(scope="module")
def english() -> Catalog:
    """The English catalogue as it is tracked."""
    return read(ENGLISH)


def forms(texts: str | tuple[str, ...] | list[str]) -> list[str]:
    """One text, or all its plural forms."""
    return [texts] if isinstance(texts, str) else list(texts)


def messages(catalog: Catalog) -> Iterator[Message]:
    """All but the header."""
    return (message for message in catalog if message.id)


def parameters(text: str) -> Counter[str]:
    """What is filled in later, however often."""
    return Counter(_PARAMETER.findall(text))


def test_every_text_of_the_sources_is_translated(sources: Catalog, english: Catalog) -> None:
    done = {message.id for message in messages(english) if all(forms(message.string))}
    missing = [message.id for message in messages(sources) if message.id not in done]
    assert not missing, "run `make texts` and translate these"


def test_nothing_is_left_of_texts_that_are_gone(sources: Catalog, english: Catalog) -> None:
    wanted = {message.id for message in messages(sources)}
    assert not [message.id for message in messages(english) if message.id not in wanted]
    assert not english.obsolete


def test_no_translation_is_a_guess(english: Catalog) -> None:
    assert not english.fuzzy
    assert not [message.id for message in messages(english) if message.fuzzy]


def test_each_text_has_as_many_forms_as_its_language(english: Catalog) -> None:
    wrong = [
        message.id
        for message in messages(english)
        if len(forms(message.string)) != (english.num_plurals if message.pluralizable else 1)
    ]
    assert not wrong


def test_parameters_are_the_same_on_both_sides(english: Catalog) -> None:
    wrong = [
        message.id
        for message in messages(english)
        for dutch, text in zip(forms(message.id), forms(message.string), strict=True)
        if parameters(dutch) != parameters(text)
    ]
    assert not wrong


def test_only_words_that_both_languages_share_are_the_same(english: Catalog) -> None:
    same = {
        dutch
        for message in messages(english)
        for dutch, text in zip(forms(message.id), forms(message.string), strict=True)
        if dutch == text
    }
    assert same == SAME_IN_BOTH


class _Reader(HTMLParser):
    """Collects what a person would read or hear of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.found += [value for name, value in attrs if name in _READ_ALOUD and value]

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def bare_markup(source: str) -> list[str]:
    """Texts that stand in a template's markup itself."""
    reader = _Reader()
    pieces = Environment(autoescape=True).lex(source)
    reader.feed("".join(piece for _, kind, piece in pieces if kind == "data"))
    reader.close()
    texts = (text.strip(" \n:-·") for text in reader.found)
    return [text for text in texts if _LETTER.search(text)]


def bare_code(source: str) -> list[str]:
    """Texts in a template's code that nothing translates."""
    tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(source)
    marked = {
        id(text)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in _MARKERS
        for text in call.find_all(nodes.Const)
    }
    return [
        text.value
        for text in tree.find_all(nodes.Const)
        if id(text) not in marked
        and isinstance(text.value, str)
        and _LIKE_A_TEXT.search(text.value)
    ]


def test_no_template_has_a_text_that_nothing_translates() -> None:
    assert TEMPLATES
    bare = {
        f"{shown(path)}: {text}"
        for path in TEMPLATES
        for find in (bare_markup, bare_code)
        for text in find(path.read_text(encoding="utf-8"))
        if text not in UNTRANSLATED
    }
    assert not bare


@pytest.mark.parametrize(
    "source",
    [
        "<p>Er is niets</p>",
        "<p>{{ name }}, uiterlijk {{ day }}</p>",
        '<nav aria-label="Bladeren"></nav>',
        "{{ button('Zoeken') }}",
        "{{ button(_('Zoeken'), 'Terug naar de inbox') }}",
        "{% set names = {'new': 'nieuw signaal'} %}",
        "{{ 'coördinator' }}",
    ],
)
def test_a_text_without_a_translation_is_found(source: str) -> None:
    assert bare_markup(source) + bare_code(source)


@pytest.mark.parametrize(
    "source",
    [
        '<p class="lead">{{ _("Er is niets") }}</p>',
        "{{ ngettext('%(num)s regel', '%(num)s regels', count) }}",
        "{% if state in ['new', 'in_triage'] %}· {{ 3 }}{% endif %}",
    ],
)
def test_what_is_translated_is_let_through(source: str) -> None:
    assert not bare_markup(source) + bare_code(source)
