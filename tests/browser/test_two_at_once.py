"""Two coordinators want the same signal: one gets it, the other is told who has it."""

import pytest
from kit.serving import Site
from kit.signals import logged
from kit.visit import Visitor

pytestmark = pytest.mark.browser


def test_the_second_is_told_who_has_it(site: Site, desktop: Visitor) -> None:
    logged(site.town)
    first, second = desktop("coordinator"), desktop("other_coordinator")
    first.go("/signals/inbox")
    second.go("/signals/inbox")
    assert "Oppakken" in first.text
    assert "Oppakken" in second.text
    first.press("Oppakken")
    assert "Dit signaal is nu van jou." in first.text
    second.press("Oppakken", status=409)
    assert "Cor Dinator" in second.text
