"""Who may what, told from the access table itself: the part of the accountability pack about it.

Nothing here is a second list: a permission, a page or a condition that comes to the table comes to
the pack, and a condition without words is an error.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from uuid import UUID

from signalering.domain.access import RULES
from signalering.domain.actors import Actor, Predicate, owner, reporter, trained
from signalering.domain.audit_labels import VALUES
from signalering.domain.endpoints import ENDPOINTS, PUBLIC, SIGNED_IN
from signalering.domain.pack_lines import Coded, Lines, Said, Word, heading, said, table, text
from signalering.domain.permissions import Permission
from signalering.domain.states import Hat
from signalering.domain.texts import N_

YES, NO = N_("ja"), N_("nee")
# What is asked of a row, or of the person, besides the hat.
CONDITIONS: Mapping[Predicate, str] = MappingProxyType(
    {
        trained: N_("ja, met een geldige training"),
        owner: N_("ja, van eigen werk of dat van wie je vervangt"),
        reporter: N_("ja, van eigen signalen"),
    }
)
# Hats are asked for by the table's own predicates; these need an actor, and no row.
_NOBODY, _ANY_DAY = UUID(int=0), date(2026, 1, 1)


def answer(permission: Permission, hat: Hat) -> Said:
    """What the table says of a permission in a hat. Raises KeyError for a condition unknown here.

    Where several clauses let the hat in, the one with the fewest conditions counts.
    """
    asked = [
        [predicate for predicate in clause if not _is_hat(predicate)]
        for clause in RULES.get(permission, ())
        if all(predicate(_actor(hat), None, _ANY_DAY) for predicate in clause if _is_hat(predicate))
    ]
    if not asked:
        return Said(NO)
    conditions = min(asked, key=len)
    return said(CONDITIONS[conditions[0]]) if conditions else Said(YES)


def role_matrix() -> Lines:
    """The whole part."""
    hats: list[Word] = [Coded(hat.value, "hats") for hat in Hat]
    return (
        text(Said(N_("Wat hier niet staat, mag niemand. Iemand werkt in één rol tegelijk."))),
        *table(
            N_("Rechten per rol"),
            [Said(N_("Recht")), *hats],
            [
                [_named(permission), *(answer(permission, hat) for hat in Hat)]
                for permission in Permission
            ],
        ),
        *table(
            N_("Pagina's per recht"),
            [Said(N_("Recht")), Said(N_("Pagina's"))],
            [[_named(permission), _joined(_pages(permission))] for permission in Permission],
        ),
        heading(N_("Pagina's zonder apart recht")),
        *table(
            N_("Voor wie geen account heeft, en voor elk account"),
            [Said(N_("Voor wie")), Said(N_("Pagina's"))],
            [
                [Said(N_("iedereen, ook zonder account")), _joined(PUBLIC)],
                [Said(N_("elk account, in elke rol")), _joined(SIGNED_IN)],
            ],
        ),
        text(
            Said(
                N_(
                    "Een pagina zonder account toont alleen wat openbaar is. Voor al het andere "
                    "is de code van een kaart, een link of een sleutel nodig."
                )
            )
        ),
    )


def _is_hat(predicate: Predicate) -> bool:
    return predicate not in CONDITIONS


def _actor(hat: Hat) -> Actor:
    return Actor(_NOBODY, hat, frozenset({hat}), "")


def _named(permission: Permission) -> Said:
    return Said(VALUES[permission.value])


def _pages(permission: Permission) -> Iterator[str]:
    return (page for page, asks in ENDPOINTS.items() if asks is permission)


def _joined(pages: Iterator[str] | frozenset[str]) -> str:
    return ", ".join(sorted(pages))
