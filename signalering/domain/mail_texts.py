"""What each mail says, in Dutch; translated when it is written.

No mail names anybody, or says what happened to whom: it gets people to the log-in page. Parameters
are `installation`, `link` and what periods_said() gives; a digest has its five bare counts
besides, and the mail of the chain's head has its lines of ids and hashes, mails about a meeting of
the network say which, when and where, and whose link it is where several organisations have one
mailbox, a newsletter its public text with the way to it and out of it. Nothing else is ever filled
in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from signalering.domain.lifecycles import MailKind
from signalering.domain.periods import Periods
from signalering.domain.texts import N_


def periods_said(periods: Periods) -> dict[str, int]:
    """The periods that mails speak of."""
    return {
        "referral_days": periods.referral_answer_days,
        "attendance_months": periods.receiver_link_months,
        "offer_days": periods.offer_link_days,
        "meeting_months": periods.meeting_link_months,
        "training_months": periods.training_months,
    }


# These carry a one-time link, made at the moment of sending.
MEETING_MAILS = frozenset(
    {
        MailKind.MEETING_INVITATION,
        MailKind.MEETING_CHANGED,
        MailKind.MEETING_CANCELLED,
        MailKind.MEETING_NOTES,
    }
)
WITH_LINK = MEETING_MAILS | {
    MailKind.INVITATION,
    MailKind.RESET,
    MailKind.OFFER_CHECK,
    MailKind.NEWSLETTER_CONFIRM,
}
# These lead on to a page, past the log-in page.
LEADS_TO: Mapping[MailKind, str] = MappingProxyType(
    {
        MailKind.TRAINING_REMINDER: "/training",
        MailKind.TRIAGE_LATE: "/accounts",
        MailKind.ERASURE_NOTICE: "/retention",
    }
)


@dataclass(frozen=True)
class MailText:
    """Subject and the paragraphs between greeting and signature."""

    subject: str
    paragraphs: tuple[str, ...]


GREETING = N_("Hallo,")
SIGNATURE = N_("Groeten van Signalering\n%(installation)s")
AUTOMATIC = N_("Deze mail is automatisch verstuurd. Antwoorden worden niet gelezen.")

_ACCOUNT = N_("Je account bij Signalering")
_MESSAGE = N_("Er staat een bericht voor je klaar in Signalering")
_LOG_IN = N_("Log in om het te lezen:\n%(link)s")
_ONCE = N_(
    "De link werkt 72 uur en maar één keer. Is hij verlopen? Vraag je beheerder om een nieuwe."
)
_NOT_YOU = N_("Weet u niet waar dit over gaat? Dan hoeft u niets te doen.")
_MEETING = N_("%(title)s\n%(day)s, %(times)s uur\n%(place)s")
_MEETING_LINK = N_(
    "De link is van uw organisatie. Hij werkt tot %(meeting_months)s maanden na de bijeenkomst."
)
_WAY_OUT = N_("Wilt u de nieuwsbrief niet meer? Meld u hier af:\n%(unsubscribe)s")
_NOT_YOURS = N_("Weet je niet waar dit over gaat? Dan hoef je niets te doen.")

TEXTS: Mapping[MailKind, MailText] = MappingProxyType(
    {
        MailKind.INVITATION: MailText(
            _ACCOUNT,
            (
                N_("Welkom bij Signalering van %(installation)s. Fijn dat je meedoet."),
                N_("Maak hier je account klaar:\n%(link)s"),
                _ONCE,
                _NOT_YOURS,
            ),
        ),
        MailKind.RESET: MailText(
            _ACCOUNT,
            (
                N_(
                    "Je beheerder heeft ervoor gezorgd dat je opnieuw kunt inloggen. "
                    "Je oude wachtzin werkt niet meer."
                ),
                N_("Maak hier je account opnieuw klaar:\n%(link)s"),
                _ONCE,
                N_("Heb je hier niet om gevraagd? Bel dan je beheerder."),
            ),
        ),
        MailKind.SIGNAL_NEWS: MailText(_MESSAGE, (N_("Er is nieuws voor je."), _LOG_IN)),
        MailKind.KEYS_RECOVERED: MailText(
            _MESSAGE,
            (
                N_(
                    "De sleutels van Signalering zijn hersteld met de herstelsleutel op papier. "
                    "Iedereen met een account krijgt dit bericht."
                ),
                N_("Wist je niet dat dit ging gebeuren? Bel dan je beheerder."),
                _LOG_IN,
            ),
        ),
        MailKind.KEY_HOLDERS_FEW: MailText(
            _MESSAGE,
            (
                N_(
                    "Er zijn te weinig mensen met een sleutel. Valt er nog iemand weg, dan kan "
                    "niemand meer openen wat er is geschreven."
                ),
                N_("Log in om te zien wat je kunt doen:\n%(link)s"),
            ),
        ),
        MailKind.TRAINING_REMINDER: MailText(
            _MESSAGE,
            (
                N_(
                    "Je training loopt af, of is net verlopen. Doe je niets, dan kun je straks "
                    "geen signalen meer melden."
                ),
                N_(
                    "De opfriscursus duurt tien minuten. Daarna kun je weer %(training_months)s "
                    "maanden melden. Je vindt hem onder Training. Een training in een groep kan "
                    "ook: meld je daar aan."
                ),
                N_("Log in om de opfriscursus te doen:\n%(link)s"),
            ),
        ),
        MailKind.TRIAGE_LATE: MailText(
            _MESSAGE,
            (
                N_(
                    "Er ligt werk te lang te wachten op een coördinator. Misschien is er iemand "
                    "afwezig zonder vervanger."
                ),
                N_("Log in om te zien hoeveel, en wie vervangt:\n%(link)s"),
            ),
        ),
        # To whoever looks after an offer. It names no offer: the page behind the link does.
        MailKind.OFFER_CHECK: MailText(
            N_("Klopt uw aanbod nog?"),
            (
                N_(
                    "Uw aanbod staat in de lijst van %(installation)s. Wij willen alleen mensen "
                    "naar u verwijzen als het nog klopt."
                ),
                N_("Kijk hier of alles nog klopt. Het duurt één minuut:\n%(link)s"),
                N_(
                    "De link werkt %(offer_days)s dagen, totdat u antwoord geeft. "
                    "Een oudere link werkt niet."
                ),
                _NOT_YOU,
            ),
        ),
        MailKind.MEETING_INVITATION: MailText(
            N_("Uitnodiging: bijeenkomst van ons netwerk"),
            (
                N_("%(installation)s nodigt uw organisatie uit voor een bijeenkomst."),
                _MEETING,
                N_("Lees hier meer, en laat weten of er iemand komt:\n%(link)s"),
                N_("U kunt uw antwoord daar later ook veranderen."),
                _MEETING_LINK,
            ),
        ),
        MailKind.MEETING_CHANGED: MailText(
            N_("Veranderd: bijeenkomst van ons netwerk"),
            (
                N_(
                    "Bij de bijeenkomst waarvoor u zich aanmeldde, is iets veranderd. Zo is het nu:"
                ),
                _MEETING,
                N_("Kunt u dan niet? Verander hier uw antwoord:\n%(link)s"),
                _MEETING_LINK,
            ),
        ),
        MailKind.MEETING_CANCELLED: MailText(
            N_("Afgezegd: bijeenkomst van ons netwerk"),
            (
                N_("Deze bijeenkomst gaat niet door. U hoeft u niet af te melden."),
                _MEETING,
                N_("Alles over de bijeenkomst leest u hier:\n%(link)s"),
            ),
        ),
        MailKind.MEETING_NOTES: MailText(
            N_("Verslag: bijeenkomst van ons netwerk"),
            (
                N_("Er is een verslag van deze bijeenkomst."),
                _MEETING,
                N_("Lees het hier:\n%(link)s"),
                _MEETING_LINK,
            ),
        ),
        MailKind.ERASURE_NOTICE: MailText(
            _MESSAGE,
            (
                N_(
                    "Van een deel van de gegevens is de bewaartermijn bijna voorbij. "
                    "Over twee weken worden ze gewist."
                ),
                N_("Log in om te zien hoeveel het er zijn:\n%(link)s"),
            ),
        ),
        # Ids and hashes: they open nothing, and tell of nobody.
        MailKind.CHAIN_HEAD: MailText(
            N_("Eindpunten van het logboek: bewaar deze mail"),
            (
                N_(
                    "Met deze regels is later te zien of iemand het einde van het logboek heeft "
                    "weggehaald. Bewaar ze op een plek waar de beheerder niet bij kan."
                ),
                N_("De eindpunten:\n%(head)s"),
                N_('Zo controleert de beheerder ze: signalering audit verify --head "regels"'),
            ),
        ),
        MailKind.NEWSLETTER_CONFIRM: MailText(
            N_("Wilt u onze nieuwsbrief?"),
            (
                N_("Iemand vulde uw adres in om de nieuwsbrief van %(installation)s te krijgen."),
                N_("Was u dat? Zeg hier ja:\n%(link)s"),
                N_("De link werkt 7 dagen. Doet u niets, dan wissen wij uw adres."),
                _NOT_YOU,
            ),
        ),
        MailKind.NEWSLETTER: MailText(
            N_("Nieuwsbrief van %(installation)s"),
            (
                "%(newsletter)s",
                N_("Lees deze nieuwsbrief op de site:\n%(archive)s"),
                _WAY_OUT,
            ),
        ),
        # Always the same lines: which of them is there would tell as much as the count.
        MailKind.DIGEST: MailText(
            _MESSAGE,
            (
                N_("Zo staat je werk er vanmorgen voor."),
                N_(
                    "Vandaag aan de beurt: %(today)s\n"
                    "Te laat: %(overdue)s\n"
                    "Nieuw in de inbox: %(new)s\n"
                    "Nieuws dat op je wacht: %(news)s\n"
                    "Wordt binnenkort gewist: %(leaving)s"
                ),
                N_("Log in om te zien wat het is:\n%(link)s"),
                N_("Wil je deze mail niet meer? Zet hem uit bij Mijn account."),
            ),
        ),
    }
)

# To who asks for the newsletter, and has it already: nobody else hears which of the two it was.
ALREADY_SUBSCRIBED = MailText(
    N_("U krijgt de nieuwsbrief al"),
    (
        N_("Iemand vulde uw adres in om de nieuwsbrief van %(installation)s te krijgen."),
        N_("U krijgt hem al. U hoeft niets te doen."),
        _WAY_OUT,
    ),
)

# To the receiver of a referral: sent while its coordinator waits, and in no outbox.
_QUESTION = N_("Een vraag aan uw initiatief")
_FORWARD = N_("Stuur deze link niet door: wie hem opent, kan alles lezen.")
REFERRAL_LINK = MailText(
    _QUESTION,
    (
        N_("%(installation)s vraagt of er bij u plek is voor een inwoner."),
        N_("Lees hier de vraag en geef antwoord:\n%(link)s"),
        N_("De link werkt %(referral_days)s dagen."),
        _FORWARD,
        _NOT_YOU,
    ),
)
ATTENDANCE_LINK = MailText(
    _QUESTION,
    (
        N_("Eerder nam u een verwijzing van %(installation)s aan."),
        N_("Laat hier weten hoe het gaat:\n%(link)s"),
        N_("De link werkt %(attendance_months)s maanden. Een eerdere link werkt niet meer."),
        _NOT_YOU,
    ),
)

# To the administrator who asked for it, while waiting for the answer.
TRIAL = MailText(
    N_("Proefmail van Signalering"),
    (
        N_("Je vroeg om deze mail bij Toestand. Dat je hem leest, betekent dat mail aankomt."),
        N_("Kwam hij in de map met ongewenste mail? Vraag je ICT-afdeling om hulp."),
    ),
)
