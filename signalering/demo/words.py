"""Invented words: notes, contact details, case notes. Nobody in them exists."""

NOTES = (
    "Komt elke week even praten, blijft lang zitten.",
    "Gordijnen zijn al dagen dicht, doet wel open als ik aanbel.",
    "Vertelde dat de dagen erg lang duren sinds de verhuizing.",
    "Mist het werk en de collega's.",
    "Zorgt voor een zieke partner en komt nergens meer aan toe.",
    "Wil graag weer eens met anderen eten.",
    "Praatte vooral over vroeger. Er komt bijna nooit iemand langs.",
    "Durft alleen de deur niet goed meer uit.",
    "Spreekt nog weinig Nederlands en kent niemand in de buurt.",
    "Post blijft liggen, zegt dat het allemaal te veel is.",
    "",
    "",
    "",
)
GIVEN_NAMES = [
    "Riet",
    "Arie",
    "Nel",
    "Gerrit",
    "Corrie",
    "Piet",
    "Toos",
    "Leen",
    "Mies",
    "Huib",
    "Truus",
    "Koos",
]
FAMILY_NAMES = ["Voorbeeld", "Verzonnen", "Proef", "Demonstratie", "Fictie", "Oefening"]
STREETS = ["Voorbeeldlaan", "Oefenstraat", "Proefweg", "Fictiepad"]
MOMENTS = ("ochtend", "na de middag", "liefst op dinsdag", "maakt niet uit")
CASE_NOTES = (
    "Rustig gesprek gehad. Wil het stap voor stap aanpakken.",
    "Vindt het spannend om ergens alleen binnen te lopen. Eerste keer gaan we samen.",
    "Vertelde over vroeger: zong jaren in een koor.",
    "Belde zelf terug. Klonk opgewekter dan vorige keer.",
    "Kinderen wonen ver weg, bellen op zondag.",
)
BEHIND = (
    "Verlies van partner en een kleiner netwerk sinds de verhuizing.",
    "Slecht ter been, daardoor weinig buiten de deur.",
    "Gestopt met werken en mist een doel voor de dag.",
)
REMARKS = (
    "Melder gebeld, herkent de situatie.",
    "Lijkt op een eerder signaal uit dezelfde buurt, niet dezelfde persoon.",
)
