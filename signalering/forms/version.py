"""The number of the row that a page showed: a form from an older page is refused, not lost."""

from typing import Any

from flask_babel import gettext
from wtforms import Field, HiddenField

from signalering.forms.base import BaseForm


class VersionForm(BaseForm):
    """A form about a row that others may change meanwhile."""

    version = HiddenField()

    def seen(self) -> int:
        """The number that was shown; one that no row has when somebody meddled with it."""
        return number_of(self.version.data)

    def lay_beside(self, now: BaseForm) -> None:
        """Say at each field what is kept by now, where that is something else than was typed."""
        for field in self:
            kept = now._fields.get(field.name)
            if kept is None or isinstance(field, HiddenField) or _shown(field) == _shown(kept):
                continue
            value = _shown(kept) or gettext("niets")
            field.errors = [*field.errors, gettext("Nu is bewaard: %(value)s", value=value)]


def number_of(text: Any) -> int:
    """A whole number in plain digits, or -1."""
    digits = text if isinstance(text, str) else ""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else -1


def _shown(field: Field) -> str:
    """What a person sees in it."""
    if hasattr(field, "iter_choices"):
        return ", ".join(str(one[1]) for one in field.iter_choices() if one[2])
    if isinstance(field.data, bool):
        return str(gettext("ja") if field.data else gettext("nee"))
    return str(getattr(field, "_value", lambda: field.data)() or "")
