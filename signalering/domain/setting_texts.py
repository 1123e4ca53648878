"""What an administrator is told for each code of a refusal about settings, in Dutch."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.marked import N_

SETTING_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "setting_phone": N_("Vul een telefoonnummer in zoals 0174 12 34 56."),
        "setting_whole_number": N_("Vul alleen hele getallen in, zonder tekst erbij."),
        "setting_how_many": N_("Vul %(count)s getallen in, met een komma ertussen."),
        "setting_bounds": N_("Vul een getal in van %(least)s tot en met %(most)s."),
        "setting_rising": N_("Begin met het kleinste getal, en vul elk getal één keer in."),
        "setting_falling": N_("Begin met het grootste getal, en vul elk getal één keer in."),
        "setting_same": N_("Dit is al de waarde. Kies een andere, of ga terug."),
        "closing_day_past": N_("Deze dag is voorbij. Kies vandaag of een latere dag."),
        "closing_day_far": N_("Kies een dag binnen drie jaar."),
        "closing_day_known": N_("Deze dag staat al in de lijst."),
        "closing_days_many": N_("De lijst is vol. Haal eerst een dag weg."),
    }
)
