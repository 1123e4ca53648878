"""Whatever a program sends, right or wrong, the answer is one that the description has."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from kit.browser_like import BASE, app_of, close
from kit.databases import SqliteTowns
from kit.programs import AT, basic, client_of, token_of
from kit.published import publish
from kit.town import Town
from schemathesis import BaseSchema, Case, GenerationMode

from signalering.domain.packaged import packaged

OPERATIONS = [
    (path, method.upper())
    for path, methods in packaged("api/openapi")["paths"].items()
    for method in methods
]
FEW = settings(
    max_examples=12,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class Program:
    """A program that asks on and on, with a token that works."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.client = client_of(town)
        self.token = token_of(town, self.client)
        self.asked = 0

    def headers(self, path: str) -> dict[str, str]:
        """What lets it in there. Time goes on, so that no minute is ever full."""
        self.asked += 1
        self.town.clock.move_to(self.town.clock.now() + timedelta(seconds=10))
        if self.asked % 50 == 0:
            self.token = token_of(self.town, self.client)
        return basic(self.client) if path == "/token" else {"Authorization": f"Bearer {self.token}"}


@pytest.fixture(scope="module")
def program(
    sqlite_towns: SqliteTowns, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Program, BaseSchema]]:
    """One town for all of them, with something to read."""
    with sqlite_towns.town(tmp_path_factory.mktemp("fuzz"), remembered=False) as town:
        publish(town, [2026], 60)
        app = app_of(town)
        yield (
            Program(town),
            schemathesis.openapi.from_wsgi(f"{AT}/openapi.json", app, base_url=BASE),
        )
        close(app)


def asked(path: str, method: str) -> list[GenerationMode]:
    """How an address can be asked: where it takes nothing, nothing can be wrong."""
    operation = packaged("api/openapi")["paths"][path][method.lower()]
    if "parameters" in operation or "requestBody" in operation:
        return list(GenerationMode)
    return [GenerationMode.POSITIVE]


@pytest.mark.parametrize(
    ("path", "method", "mode"),
    [(*each, mode) for each in OPERATIONS for mode in asked(*each)],
)
def test_the_answer_is_one_of_the_description(
    program: tuple[Program, BaseSchema], path: str, method: str, mode: GenerationMode
) -> None:
    asking, description = program
    seen: set[int] = set()

    @FEW
    @given(case=description[path][method].as_strategy(generation_mode=mode))
    def ask(case: Case) -> None:
        answer = case.call(base_url=BASE + AT, headers=asking.headers(path))
        case.validate_response(answer)
        seen.add(answer.status_code)

    ask()
    assert seen <= ({200, 201, 400, 404} if mode is GenerationMode.POSITIVE else {400, 404, 422})
