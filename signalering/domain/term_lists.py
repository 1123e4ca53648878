"""Makes closed lists of the packaged files, each of which has a shape of its own."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from signalering.domain.packaged import packaged
from signalering.domain.terms import Term


def all_lists() -> dict[str, list[Term]]:
    """Every closed list by its name."""
    return {
        **_lists("vocabularies", "own_lists"),
        **_places(),
        **_partners(),
        **_offers(),
        **_indicators(),
        **_measures(),
    }


def _terms(rows: Iterable[Mapping[str, Any]], **extra: str) -> list[Term]:
    return [Term(row["code"], row["nl"], row["en"], MappingProxyType(extra)) for row in rows]


def _lists(*names: str) -> dict[str, list[Term]]:
    return {
        name: _terms(rows)
        for file in names
        for name, rows in packaged(file).items()
        if name != "source"
    }


def _places() -> dict[str, list[Term]]:
    data = packaged("westland_areas")
    extra = _terms(packaged("vocabularies")["area_extra"])
    villages = [
        Term(
            row["village"].lstrip("'").replace(" ", "-").lower(),
            row["village"],
            row["village"],
            MappingProxyType({"area": row["area"]}),
        )
        for row in data["villages"]
    ]
    elsewhere = [
        Term(term.code, term.nl, term.en, MappingProxyType({"area": term.code})) for term in extra
    ]
    return {
        "areas": _terms(data["areas"]) + extra,
        "villages": villages,
        "places": villages + elsewhere,
    }


def _partners() -> dict[str, list[Term]]:
    data = packaged("partner_domains")
    group_of = {
        code: group["code"] for group in data["statistics_groups"] for code in group["domains"]
    }
    domains = [
        term for row in data["domains"] for term in _terms([row], group=group_of[row["code"]])
    ]
    return {"partner_domains": domains, "statistics_groups": _terms(data["statistics_groups"])}


def _offers() -> dict[str, list[Term]]:
    data = packaged("pillars")
    kinds = [term for row in data["pillars"] for term in _terms(row["kinds"], pillar=row["code"])]
    return {
        "pillars": _terms(data["pillars"]),
        "kinds": kinds + _terms(data["outside_the_pillars"], pillar=""),
    }


def _indicators() -> dict[str, list[Term]]:
    groups = packaged("indicators")["groups"]
    items = [
        term
        for group in groups
        for row in group["items"]
        for term in _terms(
            [row], group=group["code"], help_hint="yes" if row.get("help_hint") else ""
        )
    ]
    return {"indicator_groups": _terms(groups), "indicators": items}


def _measures() -> dict[str, list[Term]]:
    measures = packaged("measures")["measures"]
    direct = next(row for row in measures if row["code"] == "direct_question")
    answers = [Term(str(row["score"]), row["nl"], row["en"]) for row in direct["answers"]]
    scale = next(row for row in measures if row["code"] == "djg6")
    classes = [
        Term(f"{row['from']}-{row['to']}", row["nl"], row["en"])
        for row in scale["scoring"]["classes"]
    ]
    return {"measures": _terms(measures), "direct_answers": answers, "djg6_classes": classes}
