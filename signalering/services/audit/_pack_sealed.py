"""Every sealed column with who can open it, and how many columns of each kind there are."""

from collections import Counter

from signalering.domain.openers import OPENERS
from signalering.domain.pack_lines import Lines, Said, table, text
from signalering.domain.texts import N_
from signalering.models.columns import DATA, KEYSTORE, Kind
from signalering.models.openers import SEALED

KINDS = {
    Kind.CODE: N_("code uit een vaste lijst"),
    Kind.SEALED: N_("verzegeld"),
    Kind.PUBLIC: N_("openbaar, of over medewerkers en organisaties"),
    Kind.TECHNICAL: N_("nodig om te werken, zegt niets over iemand"),
    Kind.DAY: N_("dag, maand of kwartaal; nooit een tijd"),
    Kind.KEYED: N_(
        "verzegeld, en de server kan het zelf openen; nooit over een inwoner in een signaal"
    ),
    Kind.LINK: N_("verband tussen rijen; nooit van een signaal naar melder of dossier"),
}


def sealed() -> Lines:
    """The whole part. Raises KeyError for a sealed column of which nobody wrote who opens it."""
    kinds = Counter(
        kind
        for tables in (DATA, KEYSTORE)
        for columns in tables.values()
        for kind in columns.values()
    )
    return (
        text(
            Said(
                N_(
                    "De server heeft zelf geen sleutel waarmee iets over een inwoner opengaat. "
                    "Alle sleutels staan in docs/key-inventory.md."
                )
            )
        ),
        *table(
            N_("Verzegelde kolommen"),
            [Said(N_("Kolom")), Said(N_("Wat erin staat")), Said(N_("Wie het opent"))],
            [[name, *_told(name)] for name in sealed_columns()],
        ),
        *table(
            N_("Alle kolommen, naar soort"),
            [Said(N_("Soort")), Said(N_("Aantal"))],
            [[Said(KINDS[kind]), str(kinds[kind])] for kind in Kind],
        ),
    )


def sealed_columns() -> list[str]:
    """`table.column` of each, data first."""
    return [
        f"{name}.{column}"
        for tables in (DATA, KEYSTORE)
        for name, columns in tables.items()
        for column, kind in columns.items()
        if kind in (Kind.SEALED, Kind.KEYED)
    ]


def _told(name: str) -> tuple[Said, Said]:
    what, opener = SEALED[name]
    return Said(what), Said(OPENERS[opener])
