"""What must be found, in many spellings, and what must never be in the way of it."""

import pytest

from signalering.privacy.guard import Kind, find

MUST_BE_FOUND: dict[Kind, tuple[str, ...]] = {
    Kind.PHONE: (
        "06-12345678",
        "0612345678",
        "06 12 34 56 78",
        "06 - 12 34 56 78",
        "06.12.34.56.78",
        "06/12345678",
        "(06) 12345678",
        "+31612345678",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "+31(0)6-12345678",
        "0031612345678",
        "0031 6 12 34 56 78",
        "0174-123456",
        "0174 12 34 56",
        "(0174) 123456",
        "0174/123456",
        "070-1234567",
        "015 - 212 34 56",
        "o6-12345678",
        "O6 12345678",
        "nul zes twaalf vierendertig zesenvijftig achtenzeventig",
        "nul zes een twee drie vier vijf zes zeven acht",
        "06 twaalf 34 zesenvijftig 78",
        "+48 512 345 678",
        "0048512345678",
        "+32 470 12 34 56",
        "bel 612345",
        "tel: 612 345",
        "06‑12345678",
        "06–12345678",
        "06 12345678",
        "06１２３４５６７８",
        "tel.0612345678",
        "06 123 456 78",
        "06-1234 5678",
        "31612345678",
        "06_12345678",
        "06*12345678",
        "088-1234567",
    ),
    Kind.BSN: (
        "123456782",
        "123 456 782",
        "1234.56.782",
        "123-456-782",
        "bsn 123456789",
        "BSN: 12345678",
        "burgerservicenummer is 111222333",
        "sofinummer 123456782",
        "bsnnr 123456782",
        "bsn-nummer 123456782",
        "1234 56 782",
    ),
    Kind.IBAN: (
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "nl91abna0417164300",
        "NL 91 ABNA 0417164300",
        "NL00ABNA0417164301",
        "BE68 5390 0754 7034",
        "DE89370400440532013000",
        "NL91.ABNA.0417.1643.00",
        "rekeningnummer 12.34.56.789",
        "giro 1234567",
        "PL61109010140000071219812874",
    ),
    Kind.EMAIL: (
        "jan@voorbeeld.nl",
        "Jan.Jansen@voorbeeld.nl",
        "jan at voorbeeld punt nl",
        "jan (at) voorbeeld.nl",
        "jan[at]voorbeeld[dot]nl",
        "jan@mail.voorbeeld.co.uk",
        "jan apenstaartje voorbeeld punt nl",
        "jan @ voorbeeld.nl",
        "j_j+1@x-y.com",
    ),
    Kind.URL: (
        "https://voorbeeld.nl/jan",
        "http://x.com",
        "www.voorbeeld.nl",
        "voorbeeld.nl",
        "facebook.com/jan.jansen",
        "linkedin.com/in/jan",
        "mijn-site.online",
    ),
    Kind.HANDLE: (
        "@jan_81",
        "@jansen",
        "insta @noor.vdhoek",
        "insta: jansen.81",
        "instagram jansen_81",
        "snapchat: jantje",
        "facebook account: jan.j",
        "tiktok jantje2010",
    ),
    Kind.POSTCODE: (
        "2671 AB",
        "2671AB",
        "2671 ab",
        "2671ab",
        "2671-AB",
        "2671  AB",
        "2291 xk",
        "Postcode: 2685 BX",
    ),
    Kind.PLATE: (
        "AB-12-34",
        "12-34-AB",
        "12-AB-34",
        "BD-12-FG",
        "BD-FG-12",
        "12-BD-FG",
        "12-BDF-3",
        "1-BDF-23",
        "BD-123-F",
        "B-123-DF",
        "BDF-12-G",
        "B-12-DFG",
        "1-BD-234",
        "123-BD-4",
        "12bdf3",
        "12BDF3",
        "1 BDF 23",
        "kenteken 12 abc 3",
        "12-bdf-3",
        "auto met kenteken AB 12 34",
        "123BD4",
    ),
    Kind.DATE: (
        "12-03-1941",
        "12/3/1941",
        "12.03.41",
        "12-3-41",
        "1941-03-12",
        "3 maart 1941",
        "3 mrt 1941",
        "3 mrt '41",
        "drie maart 1941",
        "3 maart negentienhonderd eenenveertig",
        "derde maart 1941",
        "12 03 1941",
        "12031941",
        "geboren op 3 maart",
        "geb. 3-3",
        "jarig op 12 mei",
        "3e maart 1941",
        "12 - 03 - 1941",
        "geboren op 12 mei 1939",
        "19410312",
        "3 maart '41",
        "3 dec. 1940",
        "eenentwintig juni 1938",
        "31 december 1999",
    ),
    Kind.AGE90: (
        "94 jaar",
        "94-jarige",
        "94 jarige man",
        "is 92",
        "wordt 93",
        "mevrouw (93)",
        "tweeënnegentig jaar",
        "negentig jaar",
        "95 jr",
        "leeftijd 91",
        "leeftijd: 97",
        "is 92 en woont alleen",
        "100 jaar",
        "honderd jaar",
        "101 jaar oud",
        "van 91",
        "is al 96",
        "lft. 98",
        "104 jaar",
        "honderdtwee jaar",
        "bijna 90 jaar",
        "94jaar",
        "tweeennegentig jarige",
    ),
    Kind.CASENR: (
        "dossiernummer 12345",
        "dossier 123456",
        "zaaknr. 2023-00123",
        "patiëntnummer: 998877",
        "patientnr 998877",
        "klantnummer A12-345",
        "cliënt 445566",
        "client nr 445566",
        "zaaknummer is Z-2023-4455",
        "polisnummer 12.34.567",
        "lidnummer 4455",
        "paspoortnummer NXB123456",
        "rijbewijs 4455667788",
        "debiteurnummer 778899",
        "v-nummer 1234567890",
        "klant nr 4455",
        "casusnummer 778",
    ),
    Kind.STREET: (
        "Dorpsstraat 12",
        "dorpsstraat 12a",
        "Kerklaan 5-7",
        "Rozenweg 112 bis",
        "Wilhelminaplein 3",
        "Lindenhof 8",
        "Havenkade 22",
        "Zuiddijk 101",
        "Oostsingel 7",
        "Molenpad 2",
        "Korte Kruisweg 14",
        "Laan van Meerdervoort 120",
        "Grote Markt 5",
        "Dorpsstraat nr 12",
        "Dorpsstraat, 12",
        "van Rijnstraat 9",
        "Burgemeester Elsenweg 27",
        "Prins Bernhardlaan 4 b",
        "Dr. Kuyperkade 3",
        "St. Jansteeg 6",
        "Dorpsstr. 12",
        "Hof van Heden 3",
        "woont Dorpsstraat 12 in",
        "Dijkweg 30",
        "Kerkstraat huisnummer 9",
        "Populierenlaan 12 te Monster",
        "Nieuwe Weg 3",
        "'s-Gravenzandseweg 20",
        "Tuindersweg 2",
    ),
}
SPELLINGS = [(kind, written) for kind, all_of in MUST_BE_FOUND.items() for written in all_of]
AROUND = (("", ""), ("Mevrouw zei: ", ". Graag contact."), ("(", ")"), ("Ja, ", ", dat klopt"))


@pytest.mark.parametrize(("kind", "written"), SPELLINGS)
def test_every_spelling_is_found_anywhere_in_a_sentence(kind: Kind, written: str) -> None:
    for before, after in AROUND:
        note = before + written + after
        assert kind in {found.kind for found in find(note)}, note


@pytest.mark.parametrize("written", [written for _, written in SPELLINGS])
def test_the_proposed_replacements_pass(written: str) -> None:
    note = f"Mevrouw zei: {written}. Graag contact."
    for found in reversed(find(note)):
        note = note[: found.start] + found.replacement + note[found.end :]
    assert find(note) == ()


@pytest.mark.parametrize(
    ("note", "marked"),
    [
        ("Bel (0612345678) na vijf uur.", ["0612345678"]),
        ("Zie www.voorbeeld.nl.", ["www.voorbeeld.nl"]),
        ("Dorpsstraat 12, 2671 AB", ["Dorpsstraat 12", "2671 AB"]),
        ("NL91ABNA0417164300 is van hem", ["NL91ABNA0417164300"]),
        ("geb 03-02-1941, 06-12345678", ["03-02-1941", "06-12345678"]),
        ("06-12-1934 06-12345678", ["06-12-1934", "06-12345678"]),
        ("jan@voorbeeld.nl of 06-12345678", ["jan@voorbeeld.nl", "06-12345678"]),
        ("patiëntnummer 123456 en bsn 123456782", ["123456", "123456782"]),
    ],
)
def test_exactly_the_thing_itself_is_marked(note: str, marked: list[str]) -> None:
    assert [note[found.start : found.end] for found in find(note)] == marked


@pytest.mark.parametrize(
    "written",
    ["03-02-1941", "03021941", "03 02 1941", "04/11/1935", "06.12.1934", "06-12-1934 om 10 uur"],
)
def test_a_day_that_begins_with_a_nought_is_a_date(written: str) -> None:
    assert [found.kind for found in find(f"geb {written}")] == [Kind.DATE]


@pytest.mark.parametrize("number", ["123456789", "123 456 789"])
def test_nine_digits_that_fail_the_eleven_test_are_no_bsn(number: str) -> None:
    assert Kind.BSN not in {found.kind for found in find(f"Aantal {number} stuks")}


@pytest.mark.parametrize("number", ["112", "113", "0800-0113", "0800-2000", "0900-8844"])
def test_help_numbers_may_stand_in_a_note(number: str) -> None:
    assert find(f"Ik gaf {number} mee") == ()
