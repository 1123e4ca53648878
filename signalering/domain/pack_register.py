"""The entry for the register of processing: what article 30(1) of the GDPR asks for, in order."""

from signalering.domain.pack_lines import Lines, Said, Word, said, table, text
from signalering.domain.texts import N_

WANTED = N_("nog niet ingevuld: instelling %(name)s")
PHONE_WANTED = N_("nog niet ingevuld: een beheerder doet dat bij Instellingen")


def register_entry(controller: str, officer: str, phone: str) -> Lines:
    """What belongs in the register. An empty value says where it is filled in."""
    rows: list[tuple[Word, Word]] = [
        (Said(N_("Naam")), "Signalering"),
        (Said(N_("Wie verantwoordelijk is")), controller),
        (
            Said(N_("Functionaris gegevensbescherming")),
            officer or said(WANTED, name="DATA_PROTECTION_ADDRESS"),
        ),
        (Said(N_("Telefoon voor inwoners")), phone or Said(PHONE_WANTED)),
        (
            Said(N_("Doel")),
            Said(
                N_(
                    "Zien dat iemand eenzaam is, die inwoner helpen als die dat wil, en leren "
                    "waar hulp ontbreekt. Niet voor toezicht, uitkering of woning."
                )
            ),
        ),
        (
            Said(N_("Grondslag")),
            Said(
                N_(
                    "Contactgegevens en dossier: de toestemming van de inwoner. Signalen zonder "
                    "naam en het logboek: de gemeente legt zelf vast op welke taak dit rust."
                )
            ),
        ),
        (
            Said(N_("Over wie")),
            Said(
                N_(
                    "Inwoners; melders, coördinatoren en andere mensen met een account; "
                    "contactpersonen van partners en initiatieven."
                )
            ),
        ),
        (
            Said(N_("Welke gegevens")),
            Said(
                N_(
                    "Van inwoners: codes over de situatie, en verzegeld de toelichting, "
                    "contactgegevens, toestemmingen en het dossier. Van mensen met een account: "
                    "naam, adres van het werk, rol, training en wat zij deden."
                )
            ),
        ),
        (
            Said(N_("Bijzondere gegevens")),
            Said(
                N_(
                    "Woorden en sommige codes kunnen iets zeggen over gezondheid. Er is geen veld "
                    "voor BSN, geloof of afkomst."
                )
            ),
        ),
        (
            Said(N_("Wie het krijgt")),
            Said(
                N_(
                    "Een initiatief krijgt naam en telefoonnummer of adres van een inwoner, alleen "
                    "als die dat goedvindt. Cijfers gaan pas naar buiten na een controle."
                )
            ),
        ),
        (
            Said(N_("Buiten de Europese Unie")),
            Said(
                N_(
                    "Het programma stuurt zelf niets naar een ander land. Waar de diensten staan "
                    "die hieronder genoemd zijn, legt de gemeente vast."
                )
            ),
        ),
        (Said(N_("Hoe lang")), Said(N_("Zie: hoe lang we bewaren."))),
        (Said(N_("Beveiliging")), Said(N_("Zie: wat verzegeld is, en risico's en maatregelen."))),
    ]
    return (
        text(
            Said(N_("Dit is wat artikel 30 van de AVG vraagt, voor het register van de gemeente."))
        ),
        *table(N_("De verwerking"), [Said(N_("Onderdeel")), Said(N_("Wat hier geldt"))], rows),
    )
