"""The closed list of what a page of settings can change, with the least and the most of each."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.marked import N_
from signalering.domain.setting_periods import PERIOD_SETTINGS
from signalering.domain.setting_specs import Setting, SettingGroup, SettingKind, Unit

CLOSING_DAYS = "closing_days"
LONGEST_REASON = 60
MOST_CLOSING_DAYS = 200
LONGEST_PHONE = 25
LONGEST_WORDS = 100

_G, _K = SettingGroup, SettingKind

_OTHERS = (
    Setting(
        "team_phone",
        _G.TEAM,
        _K.PHONE,
        N_("Telefoonnummer van het team"),
        N_(
            "Hier bellen inwoners en initiatieven naartoe. Het staat op contactkaarten, in brieven "
            "en op pagina's zonder inloggen. Kaarten die al geprint zijn, houden het oude nummer."
        ),
        required=False,
    ),
    Setting(
        "team_hours",
        _G.TEAM,
        _K.WORDS,
        N_("Wanneer het team de telefoon opneemt"),
        N_("Dit staat achter het telefoonnummer, zoals: ma t/m vr, 9-12 uur."),
        required=False,
    ),
    Setting(
        "team_visit",
        _G.TEAM,
        _K.WORDS,
        N_("Waar en wanneer inwoners kunnen langskomen"),
        N_(
            "Dit staat op de site en op posters, zoals: elke dinsdag van 10 tot 12 uur in het "
            "wijkcentrum."
        ),
        required=False,
    ),
    Setting(
        "help_gp_post",
        _G.HELP,
        _K.PHONE,
        N_("Nummer van de huisartsenpost"),
        N_("Staat bij de hulp als er gevaar is. Zonder nummer noemen we de huisartsenpost niet."),
        required=False,
    ),
    Setting(
        "help_suicide",
        _G.HELP,
        _K.PHONE,
        N_("Nummer bij gedachten aan zelfdoding"),
        N_("Het landelijke nummer van 113 is gratis en neemt dag en nacht op: 0800-0113."),
    ),
    Setting(
        "help_violence",
        _G.HELP,
        _K.PHONE,
        N_("Nummer van Veilig Thuis"),
        N_("Het landelijke nummer is gratis en neemt dag en nacht op: 0800-2000."),
    ),
    Setting(
        "help_concern",
        _G.HELP,
        _K.PHONE,
        N_("Nummer van het Meldpunt Zorgwekkend Gedrag"),
        N_("Het landelijke nummer is gratis: 0800-1205. Vaak wordt alleen overdag opgenomen."),
    ),
    Setting(
        "good_friday",
        _G.DAYS,
        _K.SWITCH,
        N_("Goede Vrijdag is een vrije dag"),
        N_("Op een vrije dag loopt geen termijn af en gaat er geen dagoverzicht weg."),
    ),
    Setting(
        "liberation_day",
        _G.DAYS,
        _K.SWITCH,
        N_("5 mei is elk jaar een vrije dag"),
        N_("Op een vrije dag loopt geen termijn af en gaat er geen dagoverzicht weg."),
    ),
    Setting(
        CLOSING_DAYS,
        _G.DAYS,
        _K.CLOSING_DAYS,
        N_("Dagen dat het team dicht is"),
        N_("Dagen die bij jullie vrij zijn, naast de weekenden en de feestdagen."),
        required=False,
    ),
    Setting(
        "audit_many_reads",
        _G.AUDIT,
        _K.NUMBER,
        N_("Vanaf hoeveel keer lezen in een uur het opvalt"),
        N_(
            "Leest iemand in een uur zo vaak of vaker? Dan ziet de privacy officer dat bij wat "
            "opvalt in het logboek. Het verandert niets aan wat mag."
        ),
        Unit.READS,
        5,
        500,
    ),
)

SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {one.name: one for one in (*_OTHERS, *PERIOD_SETTINGS)}
)
