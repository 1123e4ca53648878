"""The periods that can be chosen about colleagues and organisations."""

from signalering.domain.marked import N_
from signalering.domain.setting_numbers import number, numbers
from signalering.domain.setting_specs import Setting, SettingGroup, SettingKind, Unit

_G, _U = SettingGroup, Unit

_TRAINING = (
    number(
        "training_months",
        _G.TRAINING,
        _U.MONTHS,
        (6, 36),
        (
            N_("Een training geldt"),
            N_("Certificaten die er al zijn, houden hun einddatum."),
        ),
    ),
    number(
        "training_grace_days",
        _G.TRAINING,
        _U.DAYS,
        (0, 90),
        (
            N_("Na het einde nog melden"),
            N_(
                "Zo lang mag een melder met een verlopen training nog melden, met een "
                "waarschuwing. Dit geldt meteen, ook voor trainingen die al verlopen zijn."
            ),
        ),
    ),
    numbers(
        "training_reminder_days",
        _G.TRAINING,
        _U.DAYS,
        (1, 120),
        (
            N_("Herinneren voor het einde van de training"),
            N_("Twee keer. Op de dag na het einde komt er altijd nog een herinnering."),
        ),
        SettingKind.FALLING,
        2,
    ),
    number(
        "half_course_months",
        _G.TRAINING,
        _U.MONTHS,
        (3, 24),
        (
            N_("Een halve cursus bewaren"),
            N_("Wie de cursus daarna nog niet af heeft, begint opnieuw."),
        ),
    ),
    number(
        "training_request_months",
        _G.TRAINING,
        _U.MONTHS,
        (3, 24),
        (
            N_("Een verzoek om een training bewaren"),
            N_("Daarna vervalt het verzoek om een training in een groep."),
        ),
    ),
)

_COVER = (
    number(
        "cover_weeks_at_most",
        _G.COVER,
        _U.WEEKS,
        (2, 26),
        (
            N_("Een vervanging duurt hooguit"),
            N_("Wie vervangt, kan zo lang bij het werk van een collega."),
        ),
    ),
    number(
        "cover_ahead_days",
        _G.COVER,
        _U.DAYS,
        (30, 366),
        (
            N_("Een vervanging hooguit vooruit invoeren"),
            N_("Telt vanaf de dag waarop iemand de vervanging invoert."),
        ),
    ),
)

_NETWORK = (
    number(
        "meeting_link_months",
        _G.NETWORK,
        _U.MONTHS,
        (1, 12),
        (
            N_("De link voor een bijeenkomst werkt, na die dag"),
            N_(
                "Zo lang lezen organisaties het verslag met hun link. Dit geldt meteen, ook voor "
                "links die al zijn verstuurd."
            ),
        ),
    ),
    number(
        "meeting_contact_days",
        _G.NETWORK,
        _U.DAYS,
        (7, 92),
        (
            N_("Het e-mailadres bij een aanmelding wissen, na de bijeenkomst"),
            N_(
                "Dit adres is alleen voor nieuws over die ene bijeenkomst. Dit geldt meteen, ook "
                "voor adressen die er al zijn."
            ),
        ),
    ),
)

PEOPLE: tuple[Setting, ...] = (*_TRAINING, *_COVER, *_NETWORK)
