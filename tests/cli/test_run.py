"""What is served where is looked at before anything is served."""

import pytest
from click.testing import CliRunner

from signalering.cli.run import run


@pytest.mark.parametrize("where", ["0.0.0.0:9100", "[::]:9100", "10.0.0.7:9100", ":9100", "9100"])
def test_figures_stay_on_this_machine(where: str) -> None:
    ended = CliRunner().invoke(run, ["--metrics", where])
    assert ended.exit_code == 2
    assert "on loopback only" in ended.output


def test_figures_have_a_port_of_their_own() -> None:
    """Else the visitors' door would show them."""
    asked = ["--host", "10.0.0.7", "--port", "9100", "--metrics", "127.0.0.1:9100"]
    ended = CliRunner().invoke(run, asked)
    assert ended.exit_code == 2
    assert "a port of their own" in ended.output
