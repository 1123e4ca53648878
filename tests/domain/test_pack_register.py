"""The register's entry says of what is empty where somebody fills it in."""

from signalering.domain.pack_lines import Said, Word, said
from signalering.domain.pack_register import PHONE_WANTED, WANTED, register_entry

OFFICER, PHONE = "Functionaris gegevensbescherming", "Telefoon voor inwoners"


def rows(officer: str, phone: str) -> dict[str, Word]:
    lines = register_entry("Gemeente Proefdorp", officer, phone)
    pairs = [line.words for line in lines if len(line.words) == 2]
    return {name.text: value for name, value in pairs if isinstance(name, Said)}


def test_a_number_is_filled_in_on_the_page_and_an_address_in_the_file() -> None:
    found = rows("", "")
    assert found[PHONE] == Said(PHONE_WANTED)
    assert "Instellingen" in PHONE_WANTED
    assert found[OFFICER] == said(WANTED, name="DATA_PROTECTION_ADDRESS")


def test_what_is_filled_in_stands_there() -> None:
    found = rows("fg@proefdorp.test", "0174 00 00 00")
    assert (found[OFFICER], found[PHONE]) == ("fg@proefdorp.test", "0174 00 00 00")
