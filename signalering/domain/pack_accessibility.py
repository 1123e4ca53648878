"""What is known of accessibility: what is tested and how, and what nobody has looked at yet.

The page for everybody and the accountability pack say the same.
"""

from signalering.domain.pack_lines import Line, LineKind, Lines, Said, heading, text
from signalering.domain.texts import N_

TESTED = (
    N_("Elke pagina in een echte browser (Chromium) met axe: er mag niets gemeld worden."),
    N_(
        "Alle pagina's in het Nederlands en Engels, licht en donker, op een scherm en een telefoon."
    ),
    N_("Letters die twee keer zo groot zijn, zonder dat er iets wegvalt. Niets beweegt vanzelf."),
    N_("Het hoofdwerk met alleen het toetsenbord, en zonder JavaScript."),
    N_("Op een telefoon van 320 pixels breed, zonder opzij te schuiven."),
    N_("Het contrast van alle kleuren, licht en donker, berekend: ten minste 4,5 op 1."),
    N_("De HTML van elke pagina volgens de standaard."),
    N_("Bestanden in PDF met koppen, lijsten en tabellen die hardop te lezen zijn (PDF/UA-1)."),
)
UNTESTED = (
    N_("Een onderzoek door iemand van buiten (WCAG-EM)."),
    N_("Mensen die werken met een schermlezer, spraak of vergroting."),
    N_("Andere browsers dan Chromium."),
    N_("Of iedereen de teksten begrijpt: we schrijven op taalniveau B1, een computer telt mee."),
)


def accessibility() -> Lines:
    """The whole part."""
    return (
        text(
            Said(
                N_(
                    "We willen voldoen aan WCAG 2.2, niveau A en AA (EN 301 549). Dit overzicht is "
                    "nog geen verklaring: die maakt de gemeente, met een onderzoek erbij."
                )
            )
        ),
        heading(N_("Wat bij elke versie wordt getest")),
        *(Line(LineKind.ITEM, (Said(one),)) for one in TESTED),
        heading(N_("Wat nog niemand heeft bekeken")),
        *(Line(LineKind.ITEM, (Said(one),)) for one in UNTESTED),
        heading(N_("Loopt iemand vast?")),
        text(
            Said(
                N_(
                    "Bel dan het team en zeg wat er niet lukt. Het nummer staat hierboven, in het "
                    "register van verwerkingen."
                )
            )
        ),
    )
