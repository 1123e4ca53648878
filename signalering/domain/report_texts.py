"""What each statement of a report says, in Dutch; translated when it is shown.

%(first)s and %(second)s are published figures as they are worded ("0-4", "ongeveer 15"), so that
what they count stands in the plural; %(names)s are classes, joined; %(period)s has its article.
"""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.texts import N_
from signalering.domain.views.statistics.report import Said, Topic

_S = Said
_T = Topic

HEADINGS: Mapping[Topic, str] = MappingProxyType(
    {
        _T.MANY: N_("Hoeveel signalen kwamen er?"),
        _T.AREA: N_("Waar komen de signalen vandaan?"),
        _T.AGE: N_("Over welke leeftijd gaan ze?"),
        _T.GROUP: N_("Wie melden ze?"),
        _T.REASON: N_("Wat viel de melders op?"),
        _T.LIFE_EVENT: N_("Wat was er gebeurd?"),
        _T.WISH: N_("Wat wensen mensen?"),
        _T.PICK_UP: N_("Hoe snel zijn signalen opgepakt?"),
        _T.FIRST_CONTACT: N_("Hoe snel was er contact?"),
        _T.STAGE: N_("Wat gebeurde er met de signalen?"),
        _T.OUTCOME: N_("Hoe eindigden de dossiers?"),
        _T.CHANGE: N_("Veranderde de eenzaamheid?"),
        _T.GAP: N_("Waar zit het verschil tussen wens en aanbod?"),
    }
)

_MIDDLE = N_("Zet ze op volgorde van snelheid. Het middelste valt dan in de groep: %(names)s.")
_MIDDLE_ONE_OF = N_(
    "Zet ze op volgorde van snelheid. Het middelste valt dan in een van deze groepen: %(names)s."
)
_MIDDLE_UNSURE = N_("De aantallen zijn te klein om te zeggen hoe snel het middelste was.")

TEXTS: Mapping[tuple[Topic, Said], str] = MappingProxyType(
    {
        (_T.MANY, _S.TOTAL): N_("In deze periode kwamen er %(first)s signalen."),
        (_T.MANY, _S.MORE): N_("Dat is meer dan in %(period)s. Toen waren het er %(second)s."),
        (_T.MANY, _S.FEWER): N_("Dat is minder dan in %(period)s. Toen waren het er %(second)s."),
        (_T.MANY, _S.NO_CLEAR_CHANGE): N_(
            "Er is geen duidelijke verandering. In %(period)s waren het er %(second)s."
        ),
        (_T.MANY, _S.NOTHING_BEFORE): N_(
            "Van de periode ervoor zijn er geen cijfers. Vergelijken kan dus nog niet."
        ),
        (_T.MANY, _S.ALONE): N_("Nog te weinig signalen om er meer over te zeggen."),
        (_T.AREA, _S.MOST): N_("Signalen komen het vaakst uit %(names)s."),
        (_T.AREA, _S.SEVERAL): N_(
            "Uit deze gebieden komen duidelijk meer signalen dan uit de andere: %(names)s."
        ),
        (_T.AREA, _S.SPREAD): N_(
            "De signalen zijn verdeeld over de gebieden. "
            "Geen gebied heeft er duidelijk meer dan alle andere."
        ),
        (_T.AREA, _S.TOO_SMALL): N_("Per gebied zijn het nog te weinig signalen."),
        (_T.AGE, _S.MOST): N_("Signalen gaan het vaakst over mensen in deze groep: %(names)s."),
        (_T.AGE, _S.SEVERAL): N_(
            "Over deze leeftijden zijn er duidelijk meer signalen dan over de andere: %(names)s."
        ),
        (_T.AGE, _S.SPREAD): N_(
            "De signalen zijn verdeeld over de leeftijden. "
            "Geen leeftijd heeft er duidelijk meer dan alle andere."
        ),
        (_T.AGE, _S.TOO_SMALL): N_("Per leeftijd zijn het nog te weinig signalen."),
        (_T.GROUP, _S.MOST): N_("Het vaakst meldt deze groep: %(names)s."),
        (_T.GROUP, _S.SEVERAL): N_("Deze groepen melden duidelijk vaker dan de andere: %(names)s."),
        (_T.GROUP, _S.SPREAD): N_(
            "De signalen zijn verdeeld over de melders. "
            "Geen groep meldt duidelijk vaker dan alle andere."
        ),
        (_T.GROUP, _S.TOO_SMALL): N_("Per groep melders zijn het nog te weinig signalen."),
        (_T.REASON, _S.MOST): N_("Wat melders het vaakst opviel: %(names)s."),
        (_T.REASON, _S.SEVERAL): N_("Dit viel melders duidelijk vaker op dan de rest: %(names)s."),
        (_T.REASON, _S.SPREAD): N_(
            "Wat melders opviel, is verdeeld. Niets viel duidelijk vaker op dan al het andere."
        ),
        (_T.REASON, _S.TOO_SMALL): N_("Wat melders opviel, kwam nog te weinig voor."),
        (_T.LIFE_EVENT, _S.MOST): N_("Wat het vaakst was gebeurd: %(names)s."),
        (_T.LIFE_EVENT, _S.SEVERAL): N_("Dit was duidelijk vaker gebeurd dan de rest: %(names)s."),
        (_T.LIFE_EVENT, _S.SPREAD): N_(
            "Wat er was gebeurd, is verdeeld. Niets kwam duidelijk vaker voor dan al het andere."
        ),
        (_T.LIFE_EVENT, _S.TOO_SMALL): N_("Per gebeurtenis zijn het nog te weinig signalen."),
        (_T.WISH, _S.MOST): N_("De wens die het vaakst voorkomt: %(names)s."),
        (_T.WISH, _S.SEVERAL): N_(
            "Deze wensen komen duidelijk vaker voor dan de andere: %(names)s."
        ),
        (_T.WISH, _S.SPREAD): N_(
            "De wensen zijn verdeeld. Geen wens komt duidelijk vaker voor dan alle andere."
        ),
        (_T.WISH, _S.TOO_SMALL): N_("Per wens zijn het nog te weinig signalen."),
        (_T.PICK_UP, _S.MIDDLE): _MIDDLE,
        (_T.PICK_UP, _S.MIDDLE_ONE_OF): _MIDDLE_ONE_OF,
        (_T.PICK_UP, _S.MIDDLE_UNSURE): _MIDDLE_UNSURE,
        (_T.FIRST_CONTACT, _S.MIDDLE): _MIDDLE,
        (_T.FIRST_CONTACT, _S.MIDDLE_ONE_OF): _MIDDLE_ONE_OF,
        (_T.FIRST_CONTACT, _S.MIDDLE_UNSURE): _MIDDLE_UNSURE,
        (_T.STAGE, _S.PICKED_UP): N_("Van de signalen van dit jaar zijn er %(first)s opgepakt."),
        (_T.STAGE, _S.REFERRED): N_("Bij %(first)s signalen nam een initiatief de verwijzing aan."),
        (_T.STAGE, _S.STILL_ATTENDING): N_("Bij %(first)s signalen komt de inwoner nog steeds."),
        (_T.OUTCOME, _S.TOTAL): N_("In deze periode zijn er %(first)s dossiers afgesloten."),
        (_T.OUTCOME, _S.MOST): N_("Dossiers eindigden het vaakst zo: %(names)s."),
        (_T.OUTCOME, _S.SEVERAL): N_(
            "Dossiers eindigden duidelijk vaker zo dan anders: %(names)s."
        ),
        (_T.OUTCOME, _S.SPREAD): N_(
            "De dossiers eindigden verschillend. "
            "Geen afloop komt duidelijk vaker voor dan alle andere."
        ),
        (_T.OUTCOME, _S.TOO_SMALL): N_("Per afloop zijn het nog te weinig dossiers."),
        (_T.CHANGE, _S.BETTER): N_(
            "De eenzaamheid werd vaker minder dan meer: "
            "%(first)s keer minder en %(second)s keer meer."
        ),
        (_T.CHANGE, _S.WORSE): N_(
            "De eenzaamheid werd vaker meer dan minder: "
            "%(second)s keer meer en %(first)s keer minder."
        ),
        (_T.CHANGE, _S.NO_CLEAR_DIFFERENCE): N_(
            "Er is geen duidelijk verschil: "
            "de eenzaamheid werd %(first)s keer minder en %(second)s keer meer."
        ),
        (_T.CHANGE, _S.NOT_MEASURED): N_("Niet gemeten is het %(first)s keer."),
        (_T.CHANGE, _S.TOO_SMALL): N_("Er zijn nog te weinig metingen."),
        (_T.GAP, _S.GAP): N_(
            "De wens %(names)s is %(first)s keer gehoord. "
            "Bij dit soort aanbod is %(second)s keer een verwijzing aangenomen."
        ),
        (_T.GAP, _S.NO_GAP): N_(
            "Bij geen soort aanbod is de wens duidelijk vaker gehoord dan "
            "dat een verwijzing is aangenomen."
        ),
    }
)
NOT_YET: Mapping[Said, str] = MappingProxyType(
    {
        _S.NOT_YET: N_("Te weinig signalen, of te veel gezegd naast andere cijfers."),
        _S.YEAR_ONLY: N_("Dit zeggen we alleen over een heel jaar."),
    }
)
# By signalering.privacy.disclosure.tables.Kind.
CAPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "area": N_("Signalen per gebied"),
        "age": N_("Signalen per leeftijd"),
        "group": N_("Signalen per groep melders"),
        "age x group": N_("Signalen per leeftijd en groep melders"),
        "area x age": N_("Signalen per gebied en leeftijd"),
        "area x group": N_("Signalen per gebied en groep melders"),
        "wish": N_("Signalen per wens"),
        "area x wish": N_("Signalen per gebied en wens"),
        "stage": N_("Signalen van dit jaar, per stap"),
        "stage x age": N_("Signalen van dit jaar, per stap en leeftijd"),
        "stage x group": N_("Signalen van dit jaar, per stap en groep melders"),
        "indicator": N_("Wat melders opviel (meer dan één per signaal kan)"),
        "life_event": N_("Gebeurtenissen (meer dan één per signaal kan)"),
        "further_wish": N_("Verdere wensen (meer dan één per signaal kan)"),
        "pick_up": N_("Hoe snel een signaal is opgepakt"),
        "first_contact": N_("Hoe snel er contact was"),
        "pillar": N_("Verwijzingen die zijn aangenomen, per soort aanbod"),
        "outcome": N_("Afgesloten dossiers per afloop"),
        "outcome x pillar": N_("Afgesloten dossiers per afloop en soort aanbod"),
        "change": N_("Metingen van eenzaamheid"),
    }
)
