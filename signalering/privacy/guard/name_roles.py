"""What beside a name says that no person bears it: a house, a firm, a work, a medicine."""

from signalering.privacy.guard.word_lists import WordLists

# What a word ends with that names a house after somebody.
NAMED_AFTER = (
    "school", "college", "lyceum", "ziekenhuis", "kliniek", "kapel", "stichting", "fonds", "prijs",
    "toernooi", "vereniging", "centrum", "basiliek", "parochie", "flat", "gebouw", "zaal", "bond",
    "koor", "kerk", "loop", "dag", "actie", "groep", "club", "park",
)  # fmt: skip
_LINKS = frozenset({"de", "het", "'t", "st", "sint"})
_WATCHING = frozenset({"kijkt", "keek", "luistert", "luisterde"})


def is_house(before: list[str], after: str | None, lists: WordLists) -> bool:
    """ "bakkerij De Vries", "Emma kinderziekenhuis"."""
    last = before[-1] if before else ""
    if last in lists.houses or after in lists.houses_behind:
        return True
    return len(before) > 1 and last in _LINKS and before[-2] in lists.houses


def is_seen(before: list[str], lists: WordLists) -> bool:
    """Watched, heard, read or swallowed: "luistert naar ...", "muziek van ...", "slikt ..."."""
    if not before:
        return False
    if before[-1] in lists.taken or (before[-1] == "en" and before[0] in lists.taken):
        return True
    if len(before) < len(("luistert", "naar")):
        return False
    if before[-1] == "naar" and before[-2] in _WATCHING:
        return True
    return before[-1] in {"van", "over"} and before[-2] in lists.works


def is_biblical(word: str, near: list[str], lists: WordLists) -> bool:
    """A figure or a book of the bible, where somebody reads."""
    return word in lists.biblical and not lists.reading.isdisjoint(near)
