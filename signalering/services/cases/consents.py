"""Which consents are in force: read off the timeline, where each was written down."""

from collections.abc import Mapping

from signalering.domain.states import ConsentScope
from signalering.services.cases.entries import Entries, Payload

# Scope and, for sharing, the initiative's id.
Key = tuple[str, str | None]


def in_force(entries: Entries) -> Mapping[Key, Payload]:
    """The consents given and not withdrawn since; the later word counts.

    Whoever wants no contact any more has taken back all that rests on it.
    """
    found: dict[Key, Payload] = {}
    for _, payload in entries:
        if payload["kind"] != "consent":
            continue
        key = payload["scope"], payload.get("initiative")
        if payload["given"]:
            found[key] = payload
        elif payload["scope"] == ConsentScope.CONTACT:
            found.clear()
        else:
            found.pop(key, None)
    return found


def is_given(entries: Entries, scope: ConsentScope, initiative: str | None = None) -> bool:
    """Whether this very consent is in force."""
    return (scope.value, initiative) in in_force(entries)


def contact_withdrawn(entries: Entries) -> bool:
    """Whether the last word about contact was a no. Never asked is no withdrawal."""
    words = [
        payload["given"]
        for _, payload in entries
        if payload["kind"] == "consent" and payload["scope"] == ConsentScope.CONTACT
    ]
    return bool(words) and not words[-1]
