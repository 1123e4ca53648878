"""Who works in the demonstration. All organisations and people are invented."""

from dataclasses import dataclass

from signalering.domain.states import Hat

# Three organisations in every group: only then may its figures be shown.
PARTNERS: dict[str, str] = {
    "Huisartsenpraktijk De Kas": "care_welfare",
    "Thuiszorg Morgenrood": "care_welfare",
    "Gezondheidscentrum Het Duin": "care_welfare",
    "Wonen aan de Vliet": "housing",
    "Woonstichting Glastuin": "housing",
    "Huurdershuis Westwaard": "housing",
    "Schuldhulp Lichtpunt": "debt_poverty",
    "Budgetwinkel Westland": "debt_poverty",
    "Bank om de Hoek": "finance",
    "Wijkteam De Poort": "municipality",
    "Taalschool Open Deur": "integration",
    "Volwassenenonderwijs De Brug": "education",
    "Kerk aan het Plein": "faith",
    "Leeszaal De Linde": "arts_culture",
    "Sportclub Zeewind": "sport",
}

# One worker of each group plays along: every account costs a full Argon2id run.
WORKERS = {
    "Sanne": "Huisartsenpraktijk De Kas",
    "Joost": "Wonen aan de Vliet",
    "Meral": "Schuldhulp Lichtpunt",
    "Kees": "Wijkteam De Poort",
    "Ineke": "Leeszaal De Linde",
}


@dataclass(frozen=True)
class Role:
    """Somebody one can log in as, or who only plays along."""

    key: str
    name: str
    hats: tuple[Hat, ...]
    partner: str | None = None
    log_in: bool = False


def _workers() -> list[Role]:
    return [
        Role(f"worker{number or ''}", f"{first} Voorbeeld", (Hat.FRONTLINE,), partner, number == 0)
        for number, (first, partner) in enumerate(WORKERS.items())
    ]


ROLES: tuple[Role, ...] = (
    *_workers(),
    Role("coordinator", "Wil Welzijn", (Hat.COORDINATOR,), None, True),
    Role("deputy", "Toon Tweede", (Hat.COORDINATOR,)),
    Role("manager", "Marga Manager", (Hat.MANAGER,), None, True),
    Role("administrator", "Bea Beheerder", (Hat.ADMINISTRATOR,), None, True),
    Role("privacy_officer", "Paul Privacy", (Hat.PRIVACY_OFFICER,), None, True),
    Role(
        "data_protection_officer",
        "Fia Functionaris",
        (Hat.DATA_PROTECTION_OFFICER,),
        None,
        True,
    ),
)


def address(role: Role) -> str:
    """The address one logs in with."""
    return f"{role.key.replace('_', '.')}@voorbeeld.example"
