"""Words that tell of an age: figures of ninety and above, persons, what goes before and after."""

from signalering.privacy.guard.lexicon import COUNTED

_ONE = r"(?:één|een|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_OLD_WORD = (
    rf"(?:{_ONE} ?(?:en|ën) ?)?negentig"
    rf"|honderd(?: ?(?:en ?)?(?:{_ONE}|tien))?(?! (?:en )?{_ONE}\b)"
)
OLD = rf"(?:9\d|10\d|11\d|{_OLD_WORD})"
SPELLED = rf"{_ONE} ?(?:en|ën) ?negentig"
START = r"(?<![\w.,€/])(?<!€ )(?<!\d-)(?<!\d -)"
# "after 90 years", "90 years long": something lasted.
NO_TIME = (
    r"(?<!\bna )(?<!\bsinds )(?<!\bover )(?<!\bbinnen )(?<!\bafgelopen )(?<!\blaatste )"
    r"(?<!\bzo'n )(?<!\bal meer dan )(?<!\bduurt )(?<!\bduurde )(?<!\bgarantie )"
)
# "nearly ninety" is younger; "nearly 94" is not.
NINETY = r"(?:90|negentig)"
PERSON = (
    r"(?:man|vrouw|vr|vrw|dame|heer|mevrouw|mevr|mw|mvr|mevrouwtje|meneer|dhr|hr|oma|opa|opoe|"
    r"omie|opie|pake|"
    r"beppe|grootmoeder|grootvader|overgrootmoeder|moeder|moe|vader|mama|mam|papa|pap|ma|pa|tante|"
    r"oudtante|oom|ome|weduwe|weduwnaar|wed|inwoner|inwoonster|bewoner|bewoonster|huurder|"
    r"huurster|buurman|buurvrouw|"
    r"overbuurman|overbuurvrouw|onderbuurman|onderbuurvrouw|bovenbuurman|bovenbuurvrouw|"
    r"buur|buuf|zus|zuster|broer|echtgenoot|echtgenote|partner|vriend|vriendin|lid|klant|iemand|"
    r"persoon|"
    r"mens|mensje|vrouwtje|mannetje|omaatje|opaatje|oudje|ouwetje|bezoeker|bezoekster|deelnemer|"
    r"deelneemster|"
    r"gast|bejaarde|hoogbejaarde|senior|alleenstaande|schoonmoeder|schoonvader|kerel|vent|baas|"
    r"baasje|"
    r"cli[eë]nte?|pati[eë]nte?|pt|ptn|pte|cl|veteraan|tuinder|slechtziende|rolstoeler|wijffie|meid)"
)
YEARS = (
    r"(?:[ -]?(?:jarig|jarige|jarigen|jr\.?|j\.?|lentes|winters|zomers|jaartjes|kaarsjes|"
    r"kaarsen)(?![\w])"
    r"|[ -]?years?[ -]old|[ -]?y/?o\b"
    r"|[ -]?jaren(?: jong| oud)(?![\w])"
    r"|(?:e|ste) (?:verjaardag|levensjaar|jaar(?= (?:en|nog|is|woont|al)\b))"
    r"|[,.½](?:5)? ?jaar(?: oud)?(?![\w])|½"
    r"|[ -]?jaar(?![\w])(?! (?:geleden|en ouder|of ouder|bestaan|oude|terug|lang|samen|getrouwd|"
    r"garantie|historie|jubileum|ervaring)))"
)
# A bare number after "is" or "wordt" is an age, unless something is counted or measured.
NOT_COUNTED = rf"(?! ?(?:{COUNTED}))"
# No part of a longer figure, of a time or of an amount.
WHOLE = r"(?![\w]|[.,:/-]\d|,-)"
# After vaguer words ("van 91") only at the end of a phrase, or where the person goes on.
END = (
    r"(?=\s*(?:$|[.,;:!?)])"
    r"|\s+(?:en|maar|dus|met|die|want|of|geworden|oud|woont|heeft|kan|wil|zit|komt|ziet|hoort)\b)"
)
_DAYS = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo"
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "jan|feb|mrt|apr|aug|sept|okt|nov|dec"
)
SOFTLY = (
    r"(?:(?:al|d\.?v\.?|a\.?s\.?|nu|net|pas|bijna|inmiddels|intussen|ondertussen|ook|reeds|"
    r"alweer|morgen|"
    r"overmorgen|gisteren|eergisteren|vandaag|vanmorgen|vorige|afgelopen|onlangs|pasgeleden|laatst|"
    r"binnenkort|straks|volgende|deze|dit|komende|aanstaande|komend|volgend|over|een|paar|twee|"
    r"drie|"
    r"\d|met|in|van|het|eind|begin|half|medio|kerst|pasen|de|voorjaar|najaar|zomer|herfst|winter|"
    r"lente|"
    r"weekend|week|weken|maand|maanden|maandje|dagen|jaar|allebei|beiden|beide|er|ze|hij|zij|ie|mw|"
    rf"meneer|mevrouw|gewoon|gelukkig|waarschijnlijk|misschien|nou|dan|eigenlijk|zelfs|toch|wel|"
    rf"hoor|god|willend|"
    rf"{_DAYS}|"
    rf"{_MONTHS})\s+){{0,6}}"
)
