"""The periods that can be chosen: each a field of `Periods`, with its least and its most."""

from signalering.domain.marked import N_
from signalering.domain.setting_numbers import number, numbers
from signalering.domain.setting_people import PEOPLE
from signalering.domain.setting_specs import Setting, SettingGroup, SettingKind, Unit

_G, _U = SettingGroup, Unit

_SIGNALS = (
    number(
        "triage_working_days",
        _G.SIGNALS,
        _U.WORKING_DAYS,
        (1, 5),
        (
            N_("Signaal bekijken binnen"),
            N_("Daarna geldt een nieuw signaal als te laat. De melder ziet deze dag ook."),
        ),
        in_course=True,
    ),
    number(
        "triage_late_working_days",
        _G.SIGNALS,
        _U.WORKING_DAYS,
        (1, 10),
        (
            N_("Beheerder waarschuwen na"),
            N_("Zo lang na de uiterste dag hoort de beheerder hoeveel signalen er te laat zijn."),
        ),
    ),
    number(
        "question_working_days",
        _G.SIGNALS,
        _U.WORKING_DAYS,
        (6, 20),
        (
            N_("Vraag beantwoorden binnen"),
            N_("Zo lang heeft een melder voor het antwoord. Daarna verloopt het signaal."),
        ),
        in_course=True,
    ),
    number(
        "question_reminder_working_days",
        _G.SIGNALS,
        _U.WORKING_DAYS,
        (1, 5),
        (
            N_("Melder herinneren na"),
            N_("Zo lang na de vraag krijgt een melder die nog niets zei een mail."),
        ),
    ),
    number(
        "similar_weeks",
        _G.SIGNALS,
        _U.WEEKS,
        (1, 12),
        (
            N_("Vergelijkbare signalen zoeken binnen"),
            N_("Signalen met dezelfde wijk en leeftijd die zo dicht bij elkaar liggen."),
        ),
    ),
    numbers(
        "contact_warning_days",
        _G.SIGNALS,
        _U.DAYS,
        (1, 29),
        (
            N_("Waarschuwen als niemand de contactgegevens opent, na"),
            N_("Na de bewaartermijn worden ze ongelezen gewist. Drie keer komt er een seintje."),
        ),
        SettingKind.RISING,
        3,
    ),
)

_CARDS = (
    number(
        "card_days",
        _G.CARDS,
        _U.DAYS,
        (14, 90),
        (
            N_("Een uitgedeelde contactkaart geldt"),
            N_("Zo lang kan een inwoner met de code gegevens achterlaten."),
        ),
        in_course=True,
    ),
    number(
        "desk_card_months",
        _G.CARDS,
        _U.MONTHS,
        (1, 6),
        (
            N_("Een kaart van het eigen scherm bewaren"),
            N_("Is de code dan nog niet bij een signaal gebruikt, dan vervalt de kaart."),
        ),
    ),
    number(
        "printed_card_months",
        _G.CARDS,
        _U.MONTHS,
        (6, 36),
        (
            N_("Een kaart van een geprint vel bewaren"),
            N_("Is de code dan nog niet bij een signaal gebruikt, dan vervalt de kaart."),
        ),
    ),
)

_CASES = (
    number(
        "first_attempt_working_days",
        _G.CASES,
        _U.WORKING_DAYS,
        (1, 10),
        (
            N_("Eerste poging tot contact binnen"),
            N_("Telt vanaf het openen van een dossier. Geldt ook voor andere dingen om te doen."),
        ),
    ),
    numbers(
        "follow_up_weeks",
        _G.CASES,
        _U.WEEKS,
        (1, 26),
        (
            N_("Vragen hoe het gaat, na"),
            N_("Twee keer: zo lang nadat begeleiding begon of iemand meeging naar een initiatief."),
        ),
        SettingKind.RISING,
        2,
    ),
    numbers(
        "measure_months",
        _G.CASES,
        _U.MONTHS,
        (1, 12),
        (
            N_("Eenzaamheid opnieuw meten, na"),
            N_(
                "Twee keer na de start van de begeleiding. De eerste keer hoort bij de nazorg. "
                "Wat al is gemeten, houdt zijn eigen maand."
            ),
        ),
        SettingKind.RISING,
        2,
    ),
    number(
        "feedback_working_days",
        _G.CASES,
        _U.WORKING_DAYS,
        (1, 20),
        (
            N_("De melder laten weten hoe het afliep, binnen"),
            N_("Telt vanaf de dag waarop een dossier wordt afgesloten."),
        ),
    ),
    number(
        "pause_weeks_at_most",
        _G.CASES,
        _U.WEEKS,
        (1, 12),
        (
            N_("Een dossier hooguit laten rusten"),
            N_("In die tijd loopt er geen termijn af."),
        ),
    ),
    number(
        "task_months_ahead",
        _G.CASES,
        _U.MONTHS,
        (3, 24),
        (
            N_("Hooguit vooruit plannen"),
            N_("Zo ver vooruit kan iemand een taak of afspraak in een dossier zetten."),
        ),
    ),
)

_CONTACT = (
    number(
        "contact_tries",
        _G.CONTACT,
        _U.TIMES,
        (2, 5),
        (
            N_("Contact proberen"),
            N_("Daarna stelt Signalering voor om af te sluiten met 'niet bereikt'."),
        ),
    ),
    number(
        "contact_channels",
        _G.CONTACT,
        _U.CHANNELS,
        (1, 3),
        (
            N_("Op verschillende manieren, minstens"),
            N_("Zoals bellen en een brief. Kan er maar één, dan is die genoeg."),
        ),
    ),
    number(
        "contact_working_days",
        _G.CONTACT,
        _U.WORKING_DAYS,
        (6, 40),
        (
            N_("Alle pogingen binnen"),
            N_("De volgende poging komt steeds op een dag die hierin past."),
        ),
    ),
)

_REFERRALS = (
    number(
        "referral_answer_days",
        _G.REFERRALS,
        _U.DAYS,
        (5, 28),
        (
            N_("Een initiatief antwoordt binnen"),
            N_("Zo lang werkt de link met de vraag. Daarna verloopt de verwijzing."),
        ),
    ),
    number(
        "receiver_link_months",
        _G.REFERRALS,
        _U.MONTHS,
        (1, 12),
        (
            N_("De link om deelname te melden werkt"),
            N_("Er staan dan geen gegevens van de inwoner meer achter."),
        ),
    ),
)

_OFFERS = (
    number(
        "offer_ask_months",
        _G.OFFERS,
        _U.MONTHS,
        (2, 5),
        (
            N_("Aanbod navragen na"),
            N_("Na zes maanden zonder antwoord telt aanbod niet meer als vers. Vraag dus eerder."),
        ),
    ),
    number(
        "offer_ask_again_days",
        _G.OFFERS,
        _U.DAYS,
        (7, 28),
        (
            N_("Nog een keer navragen na"),
            N_("Eén keer, als er geen antwoord kwam."),
        ),
    ),
    number(
        "offer_link_days",
        _G.OFFERS,
        _U.DAYS,
        (14, 60),
        (
            N_("De link om aanbod te bevestigen werkt"),
            N_("Tot er antwoord is."),
        ),
    ),
)

PERIOD_SETTINGS: tuple[Setting, ...] = (
    *_SIGNALS,
    *_CARDS,
    *_CASES,
    *_CONTACT,
    *_REFERRALS,
    *_OFFERS,
    *PEOPLE,
)
