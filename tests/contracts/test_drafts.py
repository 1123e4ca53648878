"""No form with a field of more lines loses what was typed: it has a draft, or a reason for none."""

import re

from signalering.web.drafts import is_place
from signalering.web.held import NEVER_HELD
from tests.contracts.tree import PACKAGE

TEMPLATES = PACKAGE / "templates"
FORM = re.compile(
    r"call forms\.(post|drafted)_form\((.*?)\) %\}(.*?)(?=call forms\.\w+_form|\Z)", re.S
)
FIELD = re.compile(r"forms\.textarea\((?:\w+\.)*?(\w+(?:\(\"\w+\")?)[,)]")
ANY_FIELD = re.compile(r"forms\.\w+\((?:\w+\.)+(\w+)[,)]")
ID = "01234567-89ab-cdef-0123-456789abcdef"

_CHANGES = "changes what is kept: an older text would be laid over what a colleague wrote since"
_LISTS = "a list that is pasted from elsewhere, where it stays"
# By template and what is typed there.
WITHOUT: dict[tuple[str, str], str] = {
    ("cases/hand_over.html", "note"): "all cases of a page go in one sitting, or none does; the "
    "hand-over of one case keeps its note",
    ("cases/hand_over.html", 'of("note_"'): "as above",
    ("referrals/send.html", "wish"): "lies among a resident's name and number; a draft would "
    "outlive a consent that is withdrawn",
    (
        "retention/change_policy.html",
        "reason",
    ): "a sentence under a decision, typed when it is made",
    ("retention/change_policy.html", "why_longer"): "as above",
    ("training/group.html", "addresses"): _LISTS,
    ("training/session.html", "others"): _LISTS,
    ("directory/place.html", "route"): _CHANGES,
    ("directory/place.html", "accessibility"): _CHANGES,
    ("directory/organisation.html", "description"): _CHANGES,
    ("directory/_questions.html", "note"): "an initiative has no account and no key to seal with",
}
# Fields that stand in more than one form: with a draft where something is new, as above elsewhere.
SHARED = {
    "directory/_facts.html": ("directory/add.html",),
    "network/_fields.html": ("network/plan_meeting.html",),
}


def fields() -> dict[tuple[str, str], bool]:
    """Every field of more lines, and whether its form has a draft."""
    found: dict[tuple[str, str], bool] = {}
    for path in sorted(TEMPLATES.rglob("*.html")):
        name, text = path.relative_to(TEMPLATES).as_posix(), path.read_text("utf-8")
        if name.startswith("macros/"):
            continue
        kept = {
            field
            for kind, call, inside in FORM.findall(text)
            if kind == "drafted" or "draft=" in call
            for field in FIELD.findall(inside)
        }
        found |= {(name, field): field in kept for field in FIELD.findall(text)}
    return found


def test_every_field_of_more_lines_is_kept_or_says_why_not() -> None:
    found = {at: kept for at, kept in fields().items() if at[0] not in SHARED}
    assert len(found) > 20, "the walk finds the fields"
    assert {at for at, kept in found.items() if not kept} == set(WITHOUT)


def test_shared_fields_are_kept_where_something_is_new() -> None:
    assert SHARED.keys() <= {name for name, _ in fields()}
    for forms in SHARED.values():
        for name in forms:
            assert "call forms.drafted_form(" in (TEMPLATES / name).read_text("utf-8"), name


def test_a_draft_holds_every_field_of_its_form() -> None:
    """What is never kept, as a passphrase isn't, has names that no such form gives to its own."""
    asked = {
        (path.name, field)
        for path in TEMPLATES.rglob("*.html")
        for kind, _, inside in FORM.findall(path.read_text("utf-8"))
        if kind == "drafted"
        for field in ANY_FIELD.findall(inside)
    }
    assert len(asked) > 30, "the walk finds the fields"
    assert not {one for one in asked if one[1] in NEVER_HELD}


def test_only_forms_of_ours_are_places() -> None:
    assert is_place("signals.log")
    assert is_place(f"cases.correct:{ID}:12")
    for other in ("thrown", "list", "cases.note", f"cases.note:{ID}:1", f"accounts.own:{ID}", ""):
        assert not is_place(other), other
