"""A request has a name, in its answer and in the log."""

import json
from dataclasses import replace

import pytest
from kit.browser_like import BASE, Browser, close
from kit.town import Town
from sqlalchemy import text

from signalering import create_app
from signalering.services.slow_queries import watch

pytestmark = pytest.mark.one_engine


def test_every_answer_has_a_name_of_its_own(browser: Browser) -> None:
    names = {
        browser.client.get(path, base_url=BASE).headers["X-Request-ID"]
        for path in ("/help", "/nowhere", "/healthz", "/log-in")
    }
    assert len(names) == 4
    assert all(len(name) == 16 for name in names)


@pytest.mark.parametrize(
    ("proxies", "given", "taken"),
    [
        (0, "proxy-name-1", False),
        (1, "proxy-name-1", True),
        (1, "a b<c>", False),
        (1, "x" * 65, False),
    ],
)
def test_a_name_is_taken_from_a_proxy_of_ours_alone(
    file_town: Town, proxies: int, given: str, taken: bool
) -> None:
    app = create_app(replace(file_town.house.settings, proxies=proxies), file_town.clock)
    headers = {"X-Request-ID": given}
    answer = app.test_client().get("/help", base_url=BASE, headers=headers)
    close(app)
    assert (answer.headers["X-Request-ID"] == given) is taken


def test_a_slow_question_is_told_without_its_values(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    counted: list[int] = []
    watch(town.house.data, lambda: counted.append(1), slow=0)
    with town.work(writes=False) as work:
        work.data.scalar(text("SELECT :name"), {"name": "Truida Verzonnen"})
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    told = [line for line in lines if line["event"] == "slow_query"]
    assert any("SELECT" in line["statement"] for line in told)
    assert "Truida" not in json.dumps(lines)
    assert counted
