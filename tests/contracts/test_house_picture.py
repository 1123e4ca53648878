"""The picture of the house is that of the import contracts."""

from kit.house_picture import FILE, drawn


def test_the_picture_shows_the_contracts_of_today() -> None:
    """`make pictures` draws it afresh."""
    assert FILE.read_text("utf-8") == drawn()
