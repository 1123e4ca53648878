"""A caseload for colleagues: each case its colleague and note, and one for all that are ticked."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import HiddenField, SelectField, SelectMultipleField
from wtforms.validators import Optional

from signalering.domain.commands.cases.hand_over import OVERTAKEN, HandOverCases
from signalering.domain.commands.cases.reassign import ReassignCase
from signalering.domain.errors import InvalidInput
from signalering.domain.texts import text_of
from signalering.forms.base import BaseForm
from signalering.forms.fields import text
from signalering.forms.version import number_of

# Of each note: fifty of them go in one request.
NOTE_LIMIT = 1000
TO, NOTE, VERSION = "to_", "note_", "version_"


class HandOverForm(BaseForm):
    """What holds for all that are ticked; `form_of` adds the fields of each case."""

    cases = SelectMultipleField(_("Dossiers"), validate_choice=False, coerce=UUID)
    owner = SelectField(_("Geef de aangekruiste dossiers aan"), [Optional()])
    note = text(
        _("Notitie voor elk dossier zonder eigen notitie"),
        NOTE_LIMIT,
        required=False,
        id="handover-note",
        description=_("Dit komt in de tijdlijn. Alleen coördinatoren lezen het."),
    )

    # Which cases have fields here.
    case_ids: tuple[UUID, ...] = ()
    # Which of them somebody else changed: the page that says so carries their newest number.
    overtaken: frozenset[UUID] = frozenset()

    def of(self, name: str, case_id: UUID) -> Any:
        """The field of one case."""
        return self[name + case_id.hex]

    def validate(self, extra_validators: Any = None) -> bool:
        """Also: whatever goes has a colleague and a note, and no note stays behind unsent."""
        valid = super().validate(extra_validators)
        for case_id in self.case_ids:
            if self._goes(case_id) and not self._colleague(case_id):
                valid = _wrong(self.of(TO, case_id), "handover_colleague")
            elif self._goes(case_id) and not self._said(case_id):
                valid = _wrong(self.of(NOTE, case_id), "handover_note")
        return valid

    def to_command(self) -> HandOverCases:
        """What the service takes."""
        return HandOverCases(
            tuple(
                ReassignCase(
                    case_id,
                    number_of(self.of(VERSION, case_id).data),
                    UUID(self._colleague(case_id)),
                    self._said(case_id),
                )
                for case_id in self.case_ids
                if self._goes(case_id)
            )
        )

    def refuse(self, error: InvalidInput) -> None:
        """Also remembers whose newest number the page may carry."""
        super().refuse(error)
        if error.code == OVERTAKEN:
            self.overtaken |= {UUID(hex=error.field.removeprefix(TO))}

    def seen_version(self, case_id: UUID, newest: int) -> int | str:
        """The number of a case to send along: the one that was sent, or `newest`."""
        sent = self.of(VERSION, case_id).data
        return newest if sent is None or case_id in self.overtaken else str(sent)

    def is_ticked(self, case_id: UUID) -> bool:
        """Whether it goes with the others."""
        return case_id in (self.cases.data or ())

    def _goes(self, case_id: UUID) -> bool:
        chosen = self.of(TO, case_id).data or self.of(NOTE, case_id).data
        return bool(chosen) or self.is_ticked(case_id)

    def _colleague(self, case_id: UUID) -> str:
        all_to = self.owner.data if self.is_ticked(case_id) else ""
        return self.of(TO, case_id).data or all_to or ""

    def _said(self, case_id: UUID) -> str:
        return self.of(NOTE, case_id).data or self.note.data or ""


def form_of(sent: Any, case_ids: Iterable[UUID], colleagues: list[tuple[str, str]]) -> HandOverForm:
    """The form of these cases and of those that were sent; `colleagues` are offered for each."""
    ids = tuple(dict.fromkeys([*sent_ids(sent), *case_ids]))
    fields: dict[str, Any] = {"case_ids": ids}
    for one in ids:
        fields[TO + one.hex] = SelectField(_("Collega"), [Optional()], choices=colleagues)
        fields[NOTE + one.hex] = text(_("Notitie"), NOTE_LIMIT, required=False)
        fields[VERSION + one.hex] = HiddenField()
    made: HandOverForm = type("CaseloadForm", (HandOverForm,), fields)(sent)
    made.owner.choices = colleagues
    return made


def sent_ids(sent: Any) -> tuple[UUID, ...]:
    """The cases that stood on the page that was sent; what is no id is left out."""
    found = []
    for name in sent:
        try:
            if name.startswith(VERSION):
                found.append(UUID(hex=name.removeprefix(VERSION)))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


def _wrong(field: Any, code: str) -> bool:
    field.errors = [*field.errors, gettext(text_of(code))]
    return False
