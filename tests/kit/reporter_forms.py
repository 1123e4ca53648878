"""The forms of a case around its reporter and a resident whom nobody reached."""

from dataclasses import replace
from uuid import UUID

from kit.cases import case_row, closed_case, opened
from kit.form import MARK, Form
from kit.signals import CONTACT, a_signal
from kit.town import Town


def reporter_forms(town: Town) -> dict[str, Form]:
    """By endpoint, each as it would be carried out."""
    shut, sought = closed_case(town), opened(town, command=a_signal())
    addressed = replace(CONTACT, address="Heenweg 12, Proefdorp")
    letter = opened(town, command=a_signal(contact_answer="yes_details", contact=addressed))

    def of(case_id: UUID) -> dict[str, UUID]:
        return {"case_id": case_id}

    def seen(case_id: UUID) -> dict[str, object]:
        return {"version": case_row(town, case_id).version}

    return {
        "cases.feedback": Form(
            "coordinator", of(shut), seen(shut) | {"line": "thanks"}, codes=("version", "line")
        ),
        "cases.letter": Form("coordinator", of(letter), seen(letter), codes=("version",)),
        "cases.card": Form("coordinator", of(sought), seen(sought), codes=("version",)),
        "cases.ask": Form(
            "coordinator",
            of(sought),
            seen(sought) | {"message": f"{MARK}: vraag"},
            codes=("version",),
            words=("message",),
        ),
        "cases.add_details": Form(
            "coordinator",
            of(sought),
            seen(sought)
            | {"agreed": "y", "text_version": "contact-2", "contact_phone": "0174 55 55 55"}
            | {"contact_name": f"{MARK}: naam"},
            codes=("version",),
            words=("contact_name",),
        ),
    }
