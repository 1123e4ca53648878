"""The accountability pack in a real browser; its supervisor reads all and presses nothing."""

import re

import pytest
from kit.retention import decided, opened_run
from kit.serving import Site
from kit.supervisor import KEY, supervised
from kit.town import Town
from kit.visit import Visitor

from signalering.domain.retention import KeepFor, Kept

pytestmark = pytest.mark.browser


def test_it_is_signed_and_its_supervisor_sees_what_changed_since(
    site: Site, file_town: Town, desktop: Visitor, phone: Visitor
) -> None:
    supervised(file_town)
    run_id = opened_run(file_town)
    officer = desktop("privacy_officer")
    officer.follow("Verantwoording")
    officer.press("Verantwoording ondertekenen")
    assert "Alles is nog zoals het is ondertekend." in officer.text
    officer.page.emulate_media(media="print")
    assert not officer.page.get_by_role("navigation").first.is_visible()
    sheets = officer.page.pdf(format="A4")
    assert 3 <= len(re.findall(rb"/Type\s*/Page\b", sheets)) <= 14
    decided(file_town, Kept.SIGNAL, KeepFor.MONTHS_12)
    for visitor in (desktop(KEY), phone(KEY, script=False)):
        visitor.go("/start")
        assert visitor.heading == visitor.said("Verantwoording")
        assert visitor.said("Vervallen:") in visitor.text
        assert visitor.page.get_by_role("button", name=visitor.said("Verantwoording")).count() == 0
        for path in (
            "/audit-trail",
            "/audit-trail/patterns",
            "/audit-trail/reviews",
            "/retention",
            f"/retention/runs/{run_id}",
        ):
            visitor.go(path)
