"""The life of an offer's link: what lets in, until when, and one answer for all that does not."""

from datetime import timedelta

import pytest
from kit import trail
from kit.offers import VISITOR, answered, asked_about, offer_of
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.errors import NotFound, TooOften
from signalering.domain.throttles import CEILINGS, RULES, Ceiling, Tried
from signalering.models.accounts.throttle import Throttle
from signalering.models.directory.initiative import Initiative
from signalering.services.accounts.deactivate import deactivate
from signalering.services.directory.confirm import confirm
from signalering.vault.links import new_token


def is_gone(town: Town, token: str) -> None:
    """The one answer."""
    with town.work() as work, pytest.raises(NotFound, match="offer_link_gone"):
        confirm(work, token, VISITOR)


def test_wrong_used_expired_and_revoked_links_get_one_answer(town: Town) -> None:
    is_gone(town, new_token())
    offer = offer_of(town)
    used = asked_about(town, offer)
    answered(town, used)
    is_gone(town, used.token)
    revoked = asked_about(town, offer)
    late = asked_about(town, offer)
    is_gone(town, revoked.token)
    town.clock.move_to(town.clock.now() + timedelta(days=30))
    with town.committed() as work:
        assert confirm(work, late.token, VISITOR).id == offer, "the last day still counts"
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    is_gone(town, late.token)


def test_looking_changes_nothing_and_can_be_done_again(town: Town) -> None:
    link = asked_about(town, offer_of(town))
    before = trail.keys_of_entries(town)
    views = []
    for _ in range(RULES[Tried.OFFER].free + 5):
        with town.committed() as work:
            views.append(confirm(work, link.token, VISITOR))
    assert all(view == views[0] for view in views)
    assert trail.keys_of_entries(town) == before, "what is shown is public"
    with town.work(writes=False) as work:
        assert not work.data.scalar(select(func.sum(Throttle.tries))), "right ones cost no try"


def test_of_an_offer_that_has_ended_nothing_is_shown(file_town: Town) -> None:
    offer = offer_of(file_town)
    link = asked_about(file_town, offer)
    with file_town.committed() as work:
        work.data.get_one(Initiative, offer).active = False
    is_gone(file_town, link.token)


def test_a_link_is_the_initiatives_whoever_leaves(file_town: Town) -> None:
    """It outlives the account of who asked, and says nothing of that account."""
    link = asked_about(file_town, offer_of(file_town), "other_coordinator")
    with file_town.committed("administrator") as work:
        deactivate(work, file_town.people["other_coordinator"].account_id)
    with file_town.committed() as work:
        view = confirm(work, link.token, VISITOR)
    assert "Coby" not in repr(view)


def test_who_tries_wrong_ones_too_often_waits_and_a_right_one_lets_in(town: Town) -> None:
    """Wrong ones alone count: whoever fills what all share keeps no maintainer out."""
    for _ in range(RULES[Tried.OFFER].free + 1):
        is_gone(town, new_token())
    with town.work() as work, pytest.raises(TooOften):
        confirm(work, new_token(), VISITOR)
    link = asked_about(town, offer_of(town))
    with town.committed() as work:
        assert confirm(work, link.token, VISITOR).name
    with town.committed() as work:
        rows = work.data.scalars(select(Throttle)).all()
        assert not any(VISITOR.encode() in row.key_hash for row in rows)


def test_strangers_who_fill_the_ceiling_keep_no_maintainer_out(file_town: Town) -> None:
    link = asked_about(file_town, offer_of(file_town))
    for number in range(CEILINGS[Ceiling.OFFERS]):
        with file_town.work() as work, pytest.raises(NotFound):
            confirm(work, new_token(), f"198.51.100.{number}")
    with file_town.work() as work, pytest.raises(TooOften):
        confirm(work, new_token(), "192.0.2.1")
    answered(file_town, link)
