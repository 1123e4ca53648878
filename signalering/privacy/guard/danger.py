"""Cues of danger in a note: they open the block with help and are never stored.

Better one too many: a cue costs the worker one tap. So these are stems, in any inflection.
"""

import re
from hashlib import sha256

from signalering.privacy.guard.folding import fold

_CUES = (
    # Thoughts of suicide.
    r"zelfm[o0]+rd",
    r"zelfdod",
    r"su[iï]c",
    r"\bmaakt? (?:er )?(?:zelf )?een eind",
    r"\beinde? aan (?:haar|zijn|het|hun|mijn|d'r|m'n|z'n) leven",
    r"\b(?:uit het|van het) leven (?:stap|berov)",
    r"\bniet meer (?:te |wil(?:len)? |hoe(?:ft|ven) te )?(?:leven|zijn|wakker)",
    r"\b(?:wil|wilde|wou|willen) (?:\w+ )?(?:dood|sterven|er niet meer zijn)",
    r"\b(?:liever|beter) (?:af )?dood",
    r"\bhoeft (?:voor \w+ )?niet meer\b",
    r"\boverdosis",
    # Violence and abuse.
    r"mishandel",
    r"\bgeweld",
    r"\bgeslagen\b",
    r"\bslaat (?:hem|haar|hen|zijn|de|d'r|'?m|mij|me|zichzelf)\b",
    r"\bblauwe plek",
    r"\bgewurgd|\bwurg",
    r"bedreig|\bdreigt\b|\bdreigde",
    r"misbruik(?!t? van (?:de )?(?:medicijn|drank|alcohol|drugs))",
    r"verkracht|aangerand",
    r"\bopgesloten\b|\bsluit (?:hem|haar) op\b",
    r"\b(?:vuur)?wapens?\b|\bpistool|\bmet een mes\b",
    r"\bstalk",
    r"\buitgebuit|\buitbuit",
    # Life at risk now.
    r"bewusteloos|\bbuiten bewustzijn",
    r"\bgas(?:lucht|lek)|\bruikt? (?:naar )?gas\b",
    r"\buitgedroogd|\bondervoed",
    r"\bpsychose|\bpsychotisch|\bhoort stemmen",
    r"\b(?:direct|acuut|in|groot) gevaar\b",
    r"\bverwaarloos(?:t|d|ing) (?:kind|van (?:het|de) kind)|\bkind\w* (?:\w+ )?verwaarloos",
    # English.
    r"suicid|\bkill(?:s|ing)? (?:him|her|my|them)sel",
    r"\bwants? to die\b|\bend (?:it all|(?:his|her|my|their) life)",
    r"\babus(?:e|ed|ive)\b|\bbeat(?:s|en|ing)? (?:him|her|up)\b|\bin danger\b|\bunconscious",
)
KEY_SIGNS = 16
_DANGER = re.compile("|".join(_CUES), re.IGNORECASE)


def danger_key(text: str) -> str:
    """A mark of the cues of danger in a note, whatever else it says; nothing without any.

    By it a form knows again which cues its writer was asked about.
    """
    cues = sorted({match.group().casefold() for match in _DANGER.finditer(fold(text))})
    return sha256("|".join(cues).encode()).hexdigest()[:KEY_SIGNS] if cues else ""
