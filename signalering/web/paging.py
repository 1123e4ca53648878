"""Pages that are counted."""

from collections.abc import Mapping

# Nobody turns so many pages; it keeps nonsense away from the database.
LAST_PAGE = 10_000


def asked_page(values: Mapping[str, str]) -> int:
    """The page that an address asks for; the first one for nonsense."""
    text = values.get("page", "1")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
    return min(max(number, 1), LAST_PAGE)
