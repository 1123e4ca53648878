"""The numbers in the block with help are settings; what can't be dialled is refused at once."""

import pytest
from kit.browser_like import Browser, app_of, close
from kit.settings import by_file
from kit.town import Town

from signalering.domain.help_lines import HelpLines, dialled


def test_the_national_numbers_stand_unless_others_are_set() -> None:
    lines = HelpLines()
    assert (lines.suicide, lines.violence, lines.concern) == (
        "0800-0113",
        "0800-2000",
        "0800-1205",
    )
    assert dialled("+31 (0)70 123 45-67") == "+31701234567"


@pytest.mark.parametrize("number", ["0--", "bel ons", "<b>112</b>", "1", "0800-0113; rm"])
def test_what_cant_be_dialled_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="HELP_GP_POST"):
        HelpLines(gp_post=number)


def test_the_page_shows_what_is_set(file_town: Town) -> None:
    lines = HelpLines(gp_post="0174 63 86 38")
    town = by_file(file_town, help_lines=lines)
    app = app_of(town)
    page = Browser(app, town).get("public.help")
    close(app)
    assert 'href="tel:0174638638"' in page
    assert 'href="tel:08000113"' in page
