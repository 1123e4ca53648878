"""The forms around contact cards, each as it would be carried out."""

from kit.cards import left, printed, with_card
from kit.cases import version
from kit.form import MARK, Form
from kit.signals import logged
from kit.town import Town
from signalering.services.cases.open import open as open_case
from signalering.services.public.withdraw import withdraw
from signalering.services.signals.take import take
from signalering.services.signals.wait import wait

WORDS = ("contact_name", "contact_address", "contact_best_moment")


def card_forms(town: Town) -> dict[str, Form]:
    """By endpoint."""
    waiting, _ = with_card(town, in_triage=True)
    with town.committed("coordinator") as work:
        wait(work, waiting)
    to_wait, _ = with_card(town, in_triage=True)
    _, fresh = with_card(town)
    _, used = with_card(town)
    left(town, used)
    _, erased = with_card(town)
    left(town, erased)
    contact = {
        "contact_name": f"{MARK}: naam",
        "contact_phone": "0174 55 55 55",
        "contact_address": f"{MARK}: adres",
        "contact_best_moment": f"{MARK}: moment",
    }
    optional = frozenset({"contact_phone", "contact_address", "contact_best_moment"})
    return {
        "public.card": Form("nobody", values={"code": fresh}, words=("code",)),
        "public.leave": Form(
            "nobody",
            values={"code": fresh, "agreed": "y", "text_version": "card-1"} | contact,
            words=WORDS,
            optional=optional,
        ),
        "public.withdraw": Form("nobody", values={"code": used, "sure": "yes"}, words=("code",)),
        "public.erase": Form("nobody", values={"code": erased, "sure": "yes"}, words=("code",)),
        "signals.print_cards": Form(
            "administrator", values={"count": "8", "layout": "whole"}, codes=("count", "layout")
        ),
        "signals.card": Form("worker", values={"card_code": printed(town)}, codes=("card_code",)),
        "signals.wait": Form("coordinator", {"signal_id": to_wait}),
        "signals.resume": Form("coordinator", {"signal_id": waiting}),
        "signals.add_details": Form(
            "worker",
            {"signal_id": logged(town)},
            {"agreed": "y", "text_version": "contact-2"} | contact,
            words=WORDS,
            optional=optional,
        ),
        "cases.bring_details": _to_bring(town),
        "cases.take_news": _news(town),
    }


def _to_bring(town: Town) -> Form:
    signal_id, code = with_card(town, in_triage=True)
    with town.committed("coordinator") as work:
        open_case(work, signal_id)
    left(town, code)
    with town.committed("coordinator") as work:
        take(work, signal_id)
    return Form("coordinator", {"signal_id": signal_id})


def _news(town: Town) -> Form:
    signal_id, code = with_card(town, in_triage=True)
    left(town, code)
    with town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    with town.committed() as work:
        withdraw(work, code, "203.0.113.9")
    with town.work("coordinator", writes=False) as work:
        seen = version(work, case_id)
    return Form("coordinator", {"case_id": case_id}, {"version": seen}, codes=("version",))
