"""No page counts anybody's work: what a view shows of a person is no number, but for a few.

What this can see: fields of views, and what the services let the database count. What it can't:
somebody who counts names on a page by hand (docs/threat-model.md says so).
"""

import ast
from collections.abc import Iterator

from tests.contracts.tree import PACKAGE, python_files, shown

# How a view names a person.
PEOPLE = {"name", "owner", "account", "author", "by", "member", "person", "colleague", "receiver"}
# Views that name somebody, or something, beside a number; and what the number is.
NUMBERS: dict[str, str] = {
    "accounts/cover.CoverLine": "the version of the row",
    "accounts/deactivate.Leaving": "what goes back to the queues, to whoever ends the account",
    "accounts/drawn.Drawn": "places of the words to type back",
    "audit/patterns.Oddity": "entries that stand out together, to the privacy officer alone",
    "cases/list.CaseRow": "the version of the row",
    "cases/show.CaseHead": "the version of the row",
    "cases/show.TimelineEntry": "the entry's own number",
    "cases/today.TodayCase": "the version of the row",
    "directory/ask.AskView": "places at an initiative",
    "directory/assure.OfferLine": "how often an initiative was asked whether its offer holds",
    "directory/bring_in.BringLine": "the row of a file that an offer stands in",
    "directory/confirm.OfferView": "places at an initiative",
    "directory/list.InitiativeView": "places at an initiative",
    "directory/offer.PublicOffer": "ages and cents: an offer's own",
    "directory/organisation.NamedLine": "offers of an organisation or a place",
    "network/mail.MailLine": "how often a mail was tried",
    "partners/list.PartnerLine": "accounts of an organisation, and how many are trained",
    "partners/show.ContactLine": "which of the organisation's contact persons",
    "partners/show.PartnerView": "the same, of one organisation, and the version of its row",
    "public/theme.ThemeFile": "a logo's width and height",
    "retention/erase_case.Declaration": "what was erased",
    "retention/overview.Decision": "the decision's own number",
    "settings/overview.Decision": "the decision's own number",
    "signals/show.Remark": "the entry's own number",
    "statistics/attack.Attacker": "what a way of attacking finds in figures of made-up signals",
}
# Columns that tell whose something is, and where grouping by one counts no work.
OWNERS = {"owner_id", "account_id", "by_id", "actor_id"}
GROUPED: dict[str, str] = {
    "services/training/group.py": "the newest certificate of each",
    "services/training/remind.py": "the newest certificate of each",
    "services/training/sessions.py": "courses that nobody came back for",
}


def views() -> Iterator[tuple[str, dict[str, str]]]:
    """Every view's class with its fields and their types."""
    folder = PACKAGE / "domain" / "views"
    for path in python_files(folder):
        place = path.relative_to(folder).with_suffix("").as_posix()
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef):
                yield f"{place}.{node.name}", fields(node)


def fields(node: ast.ClassDef) -> dict[str, str]:
    return {
        line.target.id: ast.unparse(line.annotation)
        for line in node.body
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
    }


def names_somebody(found: dict[str, str]) -> bool:
    return any(name in PEOPLE or name.endswith("account_id") for name in found)


def counts(found: dict[str, str]) -> bool:
    """A number of its own, or one beside each of several keys."""
    kinds = {part for kind in found.values() for part in kind.replace("|", " ").split()}
    return "int" in kinds or any(kind.endswith("int]") for kind in found.values())


def counts_by_person(found: dict[str, str]) -> bool:
    """Ids or names, each with a number."""
    return any(
        kind.startswith(("Mapping[UUID, int", "Mapping[str, int")) for kind in found.values()
    )


def test_no_view_has_a_number_beside_a_person() -> None:
    beside = {name for name, found in views() if names_somebody(found) and counts(found)}
    assert beside == set(NUMBERS)


def test_no_view_has_a_number_for_each_of_several_people() -> None:
    assert [name for name, found in views() if counts_by_person(found)] == []


def test_these_tests_see_what_they_should() -> None:
    tally = fields(_class("class Tally:\n    owner: str\n    closed: int"))
    assert names_somebody(tally)
    assert counts(tally)
    assert counts_by_person(fields(_class("class Board:\n    each: Mapping[UUID, int]")))


def test_nothing_is_counted_by_owner() -> None:
    """No service lets the database group by whose something is, but where no work is counted."""
    found = set()
    for path in python_files(PACKAGE / "services"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr in {"group_by", "partition_by"}:
                columns = {
                    one.attr
                    for argument in node.args
                    for one in ast.walk(argument)
                    if isinstance(one, ast.Attribute)
                }
                if columns & OWNERS:
                    found.add(shown(path).removeprefix("signalering/"))
    assert found == set(GROUPED)


def _class(text: str) -> ast.ClassDef:
    (node,) = ast.parse(text).body
    assert isinstance(node, ast.ClassDef)
    return node
