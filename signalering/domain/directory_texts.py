"""What a person is told about offers and files of offers; domain/texts.py takes it in."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.marked import N_

DIRECTORY_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "offer_link_gone": N_("Deze link werkt niet (meer)."),
        "offer_stopped": N_("Dit initiatief zegt dat het is gestopt. Kies een ander."),
        "offer_room_until": N_("Kies een dag vanaf vandaag, hooguit een jaar vooruit."),
        "offer_places": N_("Vul een getal in van 0 tot en met 999."),
        "offer_age": N_("Vul een leeftijd in van 0 tot en met %(most)s."),
        "offer_ages": N_("De hoogste leeftijd ligt onder de laagste."),
        "offer_cost": N_("Vul een bedrag in van 0 tot en met 100.000 euro."),
        "file_large": N_("Het bestand is te groot. Er past hooguit %(most)s MB in."),
        "file_unreadable": N_(
            "Dit bestand kan niet worden gelezen. Kies een JSON-bestand of een zip met "
            "CSV-bestanden, zonder wachtwoord."
        ),
        "file_no_services": N_(
            "Er staan geen diensten in dit bestand. In JSON staan ze in 'contents', in een zip "
            "in services.csv."
        ),
        "file_many": N_("Er staan te veel diensten in dit bestand: hooguit %(most)s."),
        "file_many_rows": N_("Er staan te veel rijen in dit bestand: hooguit %(most)s."),
        "file_many_parts": N_("Er zitten te veel bestanden in deze zip: hooguit %(most)s."),
        "file_not_utf8": N_("Bewaar %(name)s als UTF-8 en probeer het opnieuw."),
        "hsds_missing": N_("Dit ontbreekt. Vul het in."),
        "hsds_type": N_("Dit is van een andere soort. Hier hoort: %(allowed)s."),
        "hsds_enum": N_("Dit staat niet op de lijst. Kies uit: %(allowed)s."),
        "hsds_format": N_("Dit is niet goed geschreven. Hier hoort: %(allowed)s."),
        "hsds_columns": N_("Deze rij heeft meer of minder kolommen dan de eerste rij."),
        "hsds_reference": N_("Dit verwijst naar iets dat niet in het bestand staat."),
        "hsds_stray": N_("Deze rij hoort nergens bij. Vul in bij welke dienst of plek."),
        "hsds_same_id": N_(
            "Dit nummer staat ook in rij %(row)s. Geef elke dienst een eigen nummer."
        ),
        "hsds_twice": N_(
            "Dit aanbod staat er al onder deze naam, bij dezelfde organisatie (rij %(row)s). "
            "Geef het een andere naam, of haal er een weg."
        ),
        "hsds_kind": N_(
            "We weten niet wat voor aanbod dit is. Geef de dienst een term met een van deze "
            "codes: %(allowed)s."
        ),
        "hsds_area": N_(
            "We weten niet in welk gebied dit is. Vul een van deze namen in: %(allowed)s."
        ),
        "hsds_language": N_("We kennen deze taal niet. Gebruik een code als nl, en of pl."),
        "hsds_whole": N_("Vul een heel getal in."),
        "hsds_currency": N_("Vul het bedrag in euro's in, met EUR als munt."),
        "hsds_offset": N_("Vul de tijd van hier in, zonder tijdzone of met +01:00 of +02:00."),
        "hsds_day_ahead": N_("Vul een dag in vanaf 2000, en niet later dan vandaag."),
        "hsds_assured": N_(
            "Er staat niet bij wanneer dit is nagevraagd. Vul het in, of kies bij het bestand een "
            "dag voor al dit aanbod."
        ),
    }
)
