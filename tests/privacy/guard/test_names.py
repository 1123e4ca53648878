"""Names are found after titles and kin, by initials and by the lists; sentences stay free."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.privacy.guard import Kind, find
from signalering.privacy.guard.tokens import LONGEST

# What stands in brackets is a name.
NAMED = """
Mevr. [Jansen] zit veel binnen.
mw [de vries] mist haar man
Sprak met dhr. [A.B. van der Meer] over schulden
gesprek met [Truus] en haar dochter [Anja]
zoon [mark] komt nooit meer
buurvrouw [Fatima el Amrani] maakt zich zorgen
[jan bakker] belt elke dag
[Wiesława] komt niet meer buiten
mevr [kowalska] spreekt geen nederlands
meneer [groen] wil graag klaverjassen
[j. de vries] heeft geen contact
Dochter [Roos] woont ver weg, kleinzoon [Bas] ook
oma [Visser] is gevallen
de heer [Wit] heeft weinig aanspraak
ze heet [Annie]
[mohammed] praat er niet over
meneer [v.d. Berg] is eenzaam
Mevrouw [Jansen-de Boer] durft niet
contact met [Hendrik Smit], huismeester
mw. [S. El Ouali] heeft 3 kinderen
[van Dijk] zei dat het niet gaat
de zus van [Mieke] belde
mijnheer [ter Horst] wil niets
""".strip().splitlines()
CLEAN = """
Mevrouw wil graag naar de bakker in het dorp maar durft niet alleen.
De heer des huizes zegt dat het goed gaat, maar dat geloof ik niet.
Woont in 's-Gravenzande, kinderen wonen in Delft en Den Haag.
Hij zat vroeger in de tuinbouw, groen was zijn leven.
Wil wel naar de Zonnebloem maar heeft geen vervoer.
Thuiszorg van Careyn komt twee keer per dag.
Vos gezien in de tuin, vond ze prachtig. Houdt van dieren en bloemen.
Roos geworden van verlegenheid toen ik vroeg naar vrienden.
Dhr. wil geen hulp, wel een praatje. Visser geweest, mist de zee.
Oma past op, maar heeft zelf niemand om mee te praten.
Woont 12 jaar in Monster en kent alleen de slager.
Loopt met een rollator naar de Jumbo, dat is het enige uitje.
Pieter van Foreest regelt de dagbesteding.
""".strip().splitlines()


def names(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text) if one.kind is Kind.NAME]


@pytest.mark.parametrize("marked", NAMED)
def test_a_name_is_found_whole(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    assert names(text) == re.findall(r"\[(.*?)\]", marked)


@pytest.mark.parametrize("note", CLEAN)
def test_a_sentence_without_a_name_stays_free(note: str) -> None:
    assert names(note) == []


@pytest.mark.parametrize(
    ("note", "certain"),
    [
        ("mevrouw Jansen belde", True),
        ("A.B. Jansen belde", True),
        ("Truus belde", False),
        ("ik sprak Jansen", False),
    ],
)
def test_only_what_rests_on_the_lists_alone_can_be_answered(note: str, certain: bool) -> None:
    (found,) = find(note)
    assert found.certain is certain


def test_what_is_structured_is_never_uncertain() -> None:
    assert all(one.certain for one in find("Bel 06 12345678 of mail a@b.test over 2 mei 1940"))


@given(st.text(max_size=300))
def test_any_text_gets_an_answer_in_order_and_apart(text: str) -> None:
    found = find(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("sign", ["a", "A", "A.", "van ", "van der ", "mw ", "Jan ", "J.-", "'s"])
def test_a_long_text_takes_no_longer_than_its_length(sign: str) -> None:
    # No clock: whatever took more than linear time would run into the suite's own limit.
    find(sign * (20_000 // len(sign)))
    find("x" * LONGEST * 500)
