"""Cues of danger open the block with help; ordinary worries don't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.privacy.guard.danger import KEY_SIGNS, danger_key

DANGER = """
Zegt dat ze het leven niet meer ziet zitten en er een eind aan wil maken, zelfmoord genoemd.
meneer wil niet meer leven
Hij wil er niet meer zijn, zegt hij.
Had het over suïcide.
had t over suicide gehad
Haar man slaat haar, ze durft niet weg.
Zoon bedreigt haar om geld.
Ze had blauwe plekken op de armen.
Er is sprake van huiselijk geweld.
Dochter misbruikt haar pinpas en haar vertrouwen.
Het rook naar gas in de woning, gaslucht op de trap.
Ik vond hem bewusteloos.
Heeft een wapen in huis.
Ze hoort stemmen en slaapt niet.
Hij sluit haar op als hij weggaat.
Is ondervoed en eet niet meer.
She said she wants to die.
He is being abused by his son.
Wou liever dood, zei ze.
""".strip().splitlines()
CALM = """
Haar man is vorig jaar overleden, ze mist hem elke dag.
Zit veel binnen, de gordijnen blijven dicht.
Zou graag weer eens naar de klaverjasclub gaan.
Hij heeft schulden en opent zijn post niet.
Wil graag meer mensen zien, maar durft niet goed.
Ze slaat een praatje over het weer nooit af.
Hij wil niet meer naar de dagbesteding.
Woont alleen sinds de scheiding, het gaat redelijk.
Is haar leven lang bakker geweest.
Sluit zich aan bij de wandelgroep.
Geen gevaarlijke situatie, wel verdrietig.
Het leven is duur, zegt ze.
""".strip().splitlines()


@pytest.mark.parametrize("note", DANGER)
def test_a_cue_opens_the_block(note: str) -> None:
    assert danger_key(note)


@pytest.mark.parametrize("note", CALM)
def test_an_ordinary_worry_does_not(note: str) -> None:
    assert not danger_key(note)


@given(st.text(max_size=280))
def test_any_text_gets_an_answer(text: str) -> None:
    assert len(danger_key(text)) in {0, KEY_SIGNS}


def test_the_key_is_of_the_cues_alone() -> None:
    asked = danger_key("Haar zoon bedreigt haar.")
    assert danger_key("Ook vandaag: bedreigt hij haar weer?") == asked
    assert danger_key("Haar zoon bedreigt haar. Ze wil niet meer leven.") != asked
