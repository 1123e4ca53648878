"""What stands on a card says where the code is typed and how long it is good for, as it is set."""

import pytest

from signalering.domain.card_texts import CARD_TEXTS


@pytest.mark.parametrize("code", CARD_TEXTS)
def test_place_and_days_are_filled_in_and_no_number_stands_fixed(code: str) -> None:
    text = CARD_TEXTS[code]
    filled = text.what_to_do.format(address="welzijn.test/kaart", days=45)
    assert "welzijn.test/kaart" in filled
    assert "45" in filled
    assert not any(sign.isdigit() for sign in text.question + text.what_to_do)
