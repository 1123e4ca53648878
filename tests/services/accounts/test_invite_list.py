"""A list of colleagues: every fault by its row, and everybody that is fine at once, or nobody."""

import json

import pytest
from kit.partners import HOUSING, agreed
from kit.town import Town
from kit.trail import entries
from sqlalchemy import func, select

from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.commands.accounts.invite_list import InviteList
from signalering.domain.errors import Conflict, Denied, InvalidInput
from signalering.domain.invite_file import LARGEST, MOST_ROWS
from signalering.domain.states import Hat
from signalering.domain.views.accounts.invite_list import InviteListView
from signalering.models.accounts.account import Account
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts.invite import invite
from signalering.services.accounts.invite_list import invite_list, look_again, look_through

HEADING = "naam;e-mailadres;rollen;organisatie;taal"
NINA = f"Nina Nieuw;Nina@Wonen.test;melder;{HOUSING};"
MO = "Mo Manager;mo@proefdorp.test;manager, beheerder;;engels"


def seen(town: Town, *lines: str, heading: str = HEADING) -> InviteListView:
    """What the page would show of these rows."""
    content = "\r\n".join([heading, *lines]).encode()
    with town.work("administrator", writes=False) as work:
        return look_through(work, content)


def said_yes(town: Town, view: InviteListView, *, without: bool = False) -> None:
    with town.committed("administrator") as work:
        invite_list(work, InviteList(view.carried, without))


def counted(town: Town) -> tuple[int, int]:
    """Accounts and mails that there are."""
    with town.work(writes=False) as work:
        tables = (Account, OutboxMail)
        accounts, mails = (work.data.scalar(select(func.count()).select_from(t)) for t in tables)
        return accounts or 0, mails or 0


def test_everybody_on_the_list_is_invited(town: Town) -> None:
    accounts, mails = counted(town)
    view = seen(town, NINA, "", MO)
    assert not view.faults
    assert [(one.row, one.email, one.hats) for one in view.good] == [
        (2, "nina@wonen.test", ("frontline",)),
        (4, "mo@proefdorp.test", ("administrator", "manager")),
    ]
    assert counted(town) == (accounts, mails), "looking through writes nothing"
    said_yes(town, view)
    assert counted(town) == (accounts + 2, mails + 2)
    with town.work(writes=False) as work:
        mo = work.data.scalars(select(Account).where(Account.email == "mo@proefdorp.test")).one()
        assert (mo.language, mo.partner_id, mo.state) == ("en", None, "invited")
        assert {row.hat for row in mo.hats} == {"manager", "administrator"}
    (entry,) = entries(town, "accounts_invited")
    assert entry["details"] == {"count": "2", "left_out": "0"}
    with pytest.raises(Conflict):
        said_yes(town, view)
    assert counted(town) == (accounts + 2, mails + 2)


FAULTS = [
    (NINA.replace("@", " at "), "email", "not_an_address"),
    (NINA.replace("Nina@Wonen.test", ""), "email", "required"),
    (NINA.replace("Nina@", f"{'x' * 255}@"), "email", "too_long"),
    (NINA.replace("Nina@Wonen.test", "Worker@Proefdorp.test"), "email", "known_address"),
    (NINA.replace("Nina@", "Ni\x00na@"), "email", "control_character"),
    (NINA.replace("Nina Nieuw", ""), "name", "required"),
    (NINA.replace("Nina Nieuw", "x" * 121), "name", "too_long"),
    (NINA.replace("Nina Nieuw", "Ni\x00na"), "name", "control_character"),
    (NINA.replace("Nina Nieuw", '"Nina\nNieuw"'), "name", "one_line"),
    (NINA.replace("Nina Nieuw", "om\u202egedraaid"), "name", "direction_override"),
    (NINA.replace("melder", "baas"), "hats", "list_hat"),
    (NINA.replace("melder", ""), "hats", "required"),
    (NINA.replace("melder", "melder, manager"), "hats", "hats_together"),
    (NINA.replace(HOUSING, "Onbekend"), "partner", "unknown_partner"),
    (NINA.replace(HOUSING, ""), "partner", "required"),
    (NINA.replace(HOUSING, "a\x00b"), "partner", "control_character"),
    (NINA.replace(HOUSING, "x" * 300), "partner", "too_long"),
    (f"{NINA}frans", "language", "list_language"),
    (f"{NINA};te veel", "row", "list_cells"),
]


@pytest.mark.parametrize(("line", "name", "code"), FAULTS)
def test_a_fault_has_its_row_and_field(file_town: Town, line: str, name: str, code: str) -> None:
    view = seen(file_town, MO, line)
    assert [(one.row, one.name, one.code) for one in view.faults] == [(3, name, code)]
    assert (view.left_out, [one.row for one in view.good]) == (1, [2])


def test_the_same_address_twice_and_all_faults_of_a_row(file_town: Town) -> None:
    view = seen(file_town, NINA, NINA.lower().replace(HOUSING.lower(), HOUSING), ";;;;")
    (fault,) = view.faults
    assert (fault.row, fault.code, fault.params["row"]) == (3, "list_twice", "2")
    view = seen(file_town, ";x;baas;Onbekend;frans")
    wrong = [one.name for one in view.faults]
    assert wrong == ["name", "email", "hats", "language", "partner"]
    assert (view.left_out, view.good) == (1, ())


def test_an_organisation_without_agreement_is_told(town: Town) -> None:
    agreed(town, HOUSING, None)
    (fault,) = seen(town, NINA, MO).faults
    assert (fault.row, fault.name, fault.code) == (2, "partner", "no_agreement")


def test_rows_with_faults_stay_behind_only_with_a_yes(town: Town) -> None:
    before = counted(town)
    view = seen(town, NINA, "Wie;geen adres;melder;;")
    with pytest.raises(InvalidInput) as refused:
        said_yes(town, view)
    assert refused.value.code == "list_without"
    assert counted(town) == before
    said_yes(town, view, without=True)
    assert counted(town) == (before[0] + 1, before[1] + 1)
    (entry,) = entries(town, "accounts_invited")
    assert entry["details"] == {"count": "1", "left_out": "1"}


def test_nobody_is_invited_when_one_has_an_account_by_now(town: Town) -> None:
    view = seen(town, MO, NINA)
    with town.committed("administrator") as work:
        invite(work, Invite("nina@wonen.test", "Nina", frozenset({Hat.MANAGER})))
    before = counted(town)
    with pytest.raises(Conflict):
        said_yes(town, view)
    assert counted(town) == before
    with town.work("administrator", writes=False) as work:
        left = look_again(work, view.carried)
    assert ([one.row for one in left.good], left.left_out) == ([2], 1)
    said_yes(town, left, without=True)


FILES = [
    (b"", "required"),
    (b" \r\n\r\n", "required"),
    (HEADING.encode(), "list_nobody"),
    (f"{HEADING}\n{NINA}".encode("utf-16"), "list_encoding"),
    (f"{HEADING}\nRen\u00e9e;r@x.test;manager;;".encode("latin-1"), "list_encoding"),
    (f"{HEADING}\n{NINA}".encode("utf-16-le"), "list_columns"),
    (b"PK\x03\x04\x00\x00", "list_columns"),
    (f"naam;rollen\n{NINA}".encode(), "list_columns"),
    (f"{HEADING};naam\n{NINA}".encode(), "list_columns"),
    (f"{HEADING};bsn\n{NINA}".encode(), "list_columns"),
    (f'{HEADING}\n"Nina;{NINA}'.encode(), "list_broken"),
    (f"{HEADING}\n{(NINA + chr(10)) * (MOST_ROWS + 1)}".encode(), "too_many_lines"),
    (b"x" * (LARGEST + 1), "list_large"),
]


@pytest.mark.parametrize(("content", "code"), FILES)
def test_what_is_no_list_is_told(file_town: Town, content: bytes, code: str) -> None:
    with (
        file_town.work("administrator", writes=False) as work,
        pytest.raises(InvalidInput) as refused,
    ):
        look_through(work, content)
    assert (refused.value.field, refused.value.code) == ("file", code)


@pytest.mark.parametrize("between", [",", "\t", ";"])
def test_other_signs_between_and_english_headings(file_town: Town, between: str) -> None:
    heading = between.join(["role", "email", "name"])
    row = between.join(["privacy officer", "po@x.test", "Ada"])
    view = seen(file_town, row, heading=f"\ufeff{heading}")
    assert [(one.name, one.hats, one.language) for one in view.good] == [
        ("Ada", ("privacy_officer",), "nl")
    ]


ROW = [2, "Nina", "n@x.test", "manager", "", "nl"]
MEDDLED: list[object] = [
    [],
    {},
    {"rows": [], "left_out": 0},
    {"rows": [ROW]},
    {"rows": [ROW[:3]], "left_out": 0},
    {"rows": [["2", *ROW[1:]]], "left_out": 0},
    {"rows": [[2, 3, *ROW[2:]]], "left_out": 0},
    {"rows": [ROW], "left_out": "0"},
    {"rows": [ROW] * (MOST_ROWS + 1), "left_out": 0},
]


@pytest.mark.parametrize("text", ["", "x", "[" * 9000, "9" * 5000, *map(json.dumps, MEDDLED)])
def test_what_no_page_carried_is_refused(file_town: Town, text: str) -> None:
    with file_town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
        invite_list(work, InviteList(text))
    assert refused.value.code == "import_gone"


def test_others_may_not(file_town: Town) -> None:
    view = seen(file_town, NINA)
    with file_town.work("coordinator") as work, pytest.raises(Denied):
        look_through(work, b"")
    with file_town.work("coordinator") as work, pytest.raises(Denied):
        look_again(work, view.carried)
    with file_town.work("coordinator") as work, pytest.raises(Denied):
        invite_list(work, InviteList(view.carried))
