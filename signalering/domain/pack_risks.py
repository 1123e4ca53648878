"""Risks and measures, for the annex of a DPIA (GDPR article 35(7)); docs/threat-model.md has more.

What depends on the installation is told as it is set now.
"""

from signalering.domain.pack_lines import Lines, Said, Word, said, table, text
from signalering.domain.texts import N_

_RISKS: tuple[tuple[str, str, str], ...] = (
    (
        N_("Iemand steelt de database, de sleutels, de instellingen of een reservekopie."),
        N_(
            "Alle woorden over inwoners zijn verzegeld met sleutels die alleen mensen hebben. Wie "
            "een signaal gaf en welk dossier erbij hoort, staat alleen binnen de verzegeling."
        ),
        N_("De dief ziet codes, dagen en wie hier werkt. Een reeks kopieën laat verbanden raden."),
    ),
    (
        N_("Iemand kent de wachtzin van een coördinator."),
        N_("Zes gemaakte woorden, een tweede stap, en een sleutelwissel als het gebeurt."),
        N_("Tot de sleutelwissel is te lezen wat die coördinator mag lezen."),
    ),
    (
        N_("Een medewerker leest meer dan nodig is."),
        N_(
            "Elke keer lezen of zoeken staat in een logboek waarin een wijziging opvalt. Privacy "
            "officers zien wat vreemd is en tekenen elke maand."
        ),
        N_("Wie iets mag lezen, kan het doorvertellen."),
    ),
    (
        N_("Iemand neemt de server over terwijl die draait."),
        N_(
            "Sleutels zijn open zolang iemand werkt. Na een kwartier stilte gaat een sessie op "
            "slot."
        ),
        N_("Vanaf dat moment is te zien wat ingelogde mensen openen. Dat is niet te voorkomen."),
    ),
    (
        N_("Een inwoner is te herkennen in een toelichting."),
        N_("Het formulier vraagt kruisjes en waarschuwt bij namen, adressen en nummers."),
        N_("De controle mist bijnamen en verhalen."),
    ),
    (
        N_("Een inwoner is te herkennen in de cijfers."),
        N_(
            "Kleine aantallen blijven weg, de rest is afgerond en elke periode wordt gecontroleerd."
        ),
        N_("Een aantal van 5 of meer zegt dat er iemand is."),
    ),
    (
        N_("Een inwoner wil dit niet, of niet meer."),
        N_(
            "Zonder ja zijn er geen contactgegevens. Intrekken kan altijd en vernietigt de "
            "sleutel. Inzien, verbeteren, beperken en wissen kan in het dossier."
        ),
        N_("Een signaal zonder naam is niet aan iemand te koppelen, dus ook niet op te zoeken."),
    ),
    (
        N_("Gegevens blijven te lang liggen."),
        N_("Wissen gaat vanzelf: eerst de sleutels, dan de rest, met een verklaring."),
        N_("Reservekopieën vervallen later: zie hoe lang we bewaren."),
    ),
    (
        N_("Alle sleutels raken kwijt."),
        N_(
            "Twee van drie papieren hersteldelen openen alles weer. Heeft maar één mens een "
            "sleutel, dan waarschuwt het programma."
        ),
        N_("Wie twee delen en een kopie heeft, kan ook lezen. Bewaar de delen apart."),
    ),
)


def risks(*, many_reads: int, head_is_mailed: bool, second_step: bool) -> Lines:
    """The annex. `many_reads` in an hour are shown to privacy officers."""
    settings: list[tuple[Word, Word]] = [
        (
            Said(N_("Vanaf hoe vaak lezen in een uur het opvalt")),
            said(N_("%(count)s keer"), count=str(many_reads)),
        ),
        (
            Said(N_("Eindpunten van het logboek gaan elke week naar buiten")),
            Said(N_("ja")) if head_is_mailed else Said(N_("nee: instelling AUDIT_HEAD_ADDRESS")),
        ),
        (
            Said(N_("Tweede stap bij het inloggen voor wie een groepssleutel heeft of beheert")),
            Said(N_("ja")) if second_step else Said(N_("nee: dit is een demonstratie")),
        ),
    ]
    return (
        text(
            Said(
                N_(
                    "De gemeente weegt zelf of dit genoeg is. Alle aanvallers en grenzen staan in "
                    "docs/threat-model.md, alle sleutels in docs/key-inventory.md."
                )
            )
        ),
        *table(
            N_("Wat er mis kan gaan"),
            [Said(N_("Risico")), Said(N_("Maatregel")), Said(N_("Wat overblijft"))],
            [[Said(part) for part in row] for row in _RISKS],
        ),
        *table(N_("Zoals het hier staat ingesteld"), [Said(N_("Wat")), Said(N_("Nu"))], settings),
    )
