"""Every closed list is there, labelled in both languages, and hangs together with the others."""

import json
from importlib.resources import files

import pytest

from signalering.domain.samples import sample_initiatives
from signalering.domain.vocabularies import (
    VOCABULARIES,
    area_of_place,
    group_of_domain,
    pillar_of_kind,
    vocabulary,
)

EVERY = sorted(VOCABULARIES)


@pytest.mark.parametrize("name", EVERY)
def test_every_list_has_unique_codes_and_both_labels(name: str) -> None:
    terms = vocabulary(name).terms
    assert terms
    assert len({term.code for term in terms}) == len(terms)
    for term in terms:
        assert term.nl.strip()
        assert term.en.strip()


@pytest.mark.parametrize("name", EVERY)
def test_no_two_choices_of_a_list_read_the_same(name: str) -> None:
    for language in ("nl", "en"):
        labels = [label for _, label in vocabulary(name).choices(language)]
        assert len(set(labels)) == len(labels)


def test_labels_follow_the_language_and_fall_back_on_dutch() -> None:
    bands = vocabulary("age_bands")
    assert bands.label("75+", "nl") == "75 jaar of ouder"
    assert bands.label("75+", "en") == "75 or older"
    assert bands.label("75+", "pl") == "75 jaar of ouder"


def test_a_foreign_code_is_not_in_the_list() -> None:
    bands = vocabulary("age_bands")
    assert "75+" in bands
    assert "90+" not in bands
    assert None not in bands
    with pytest.raises(KeyError):
        bands.label("90+")
    with pytest.raises(KeyError):
        vocabulary("no_such_list")


def test_a_village_is_chosen_by_name_and_counted_in_its_area() -> None:
    assert len(vocabulary("villages")) == 11
    assert area_of_place("heenweg") == "s-gravenzande"
    assert area_of_place("s-gravenzande") == "s-gravenzande"
    assert area_of_place("ter-heijde") == "monster"
    assert area_of_place("elsewhere") == "elsewhere"
    assert area_of_place("unknown") == "unknown"


def test_every_place_lies_in_an_area_and_every_area_has_a_place() -> None:
    areas = vocabulary("areas")
    assert len(areas) == 9 + 2
    assert {area_of_place(code) for code in vocabulary("places").codes} == set(areas.codes)


def test_every_partner_domain_is_counted_in_a_group() -> None:
    groups = vocabulary("statistics_groups")
    domains = vocabulary("partner_domains").codes
    assert len(domains) == 12
    assert {group_of_domain(code) for code in domains} == set(groups.codes) - {"resident"}


def test_every_kind_of_offer_has_a_pillar_but_practical_help() -> None:
    kinds = vocabulary("kinds").codes
    assert {pillar_of_kind(code) for code in kinds} - {None} == set(vocabulary("pillars").codes)
    assert [code for code in kinds if pillar_of_kind(code) is None] == ["practical"]


def test_indicators_stand_in_groups_and_two_show_the_help_block() -> None:
    indicators = vocabulary("indicators")
    assert indicators.codes[0] == "says_lonely"
    assert {term.extra["group"] for term in indicators} == set(vocabulary("indicator_groups").codes)
    helped = {term.code for term in indicators if term.extra["help_hint"]}
    assert helped == {"self_care", "hopelessness"}


def test_the_direct_question_has_its_five_answers_by_score() -> None:
    assert vocabulary("direct_answers").codes == ("4", "3", "2", "1", "0")


def test_sample_offers_use_codes_of_the_lists() -> None:
    offers = sample_initiatives()
    assert len({offer.name for offer in offers}) == len(offers) == 10
    for offer in offers:
        assert offer.area in vocabulary("areas")
        assert offer.pillar in vocabulary("pillars")
        assert pillar_of_kind(offer.kind) in (offer.pillar, None)


def test_every_packaged_file_names_its_source_and_stands_in_the_readme() -> None:
    folder = files("signalering") / "data"
    readme = (folder / "README.md").read_text(encoding="utf-8")
    names = [file.name for file in folder.iterdir() if file.name.endswith(".json")]
    assert len(names) >= 8
    for name in names:
        assert json.loads((folder / name).read_text(encoding="utf-8"))["source"]
        assert f"| {name} |" in readme
