"""The form that all forms derive from: strips blanks but not passwords, keeps what was typed."""

from typing import Any

from flask_babel import gettext
from wtforms import Field, Form, PasswordField, SelectMultipleField, StringField

from signalering.domain.errors import InvalidInput, InvalidLines
from signalering.domain.texts import N_, text_of

UNLISTED = N_("Kies iets uit de lijst.")
# The library's own messages, in our words.
OUR_WORDS = {
    "This field is required.": N_("Vul dit in."),
    "Not a valid choice.": UNLISTED,
    "Not a valid choice": UNLISTED,
    "Invalid Choice: could not coerce.": UNLISTED,
    "Not a valid date value.": N_("Vul een dag in zoals 31-12-2026."),
    "Not a valid integer value.": N_("Vul een heel getal in."),
}
REPEATED = N_("Dit kwam meer dan één keer binnen. Vul het nog een keer in.")


class _OurTranslations:
    """Speaks for WTForms; unknown messages of several choices all mean the same to a person."""

    def gettext(self, string: str) -> str:
        """One message in the language of the request."""
        return str(gettext(OUR_WORDS.get(string, string)))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """WTForms counts only wrong choices."""
        del singular, plural, n
        return str(gettext(UNLISTED))


def stripped(value: Any) -> Any:
    """Text without blanks around it; anything else as it is."""
    return value.strip() if isinstance(value, str) else value


class BaseForm(Form):
    """A form as this application has them; CSRF is the web's affair."""

    class Meta:
        """How fields are bound and what language errors speak."""

        def bind_field(self, form: Form, unbound_field: Any, options: dict[str, Any]) -> Field:
            """Give every text field the filter that strips; passwords stay as typed."""
            kind = unbound_field.field_class
            if issubclass(kind, StringField) and not issubclass(kind, PasswordField):
                options = {**options, "filters": [*options.get("filters", ()), stripped]}
            bound: Field = unbound_field.bind(form=form, **options)
            return bound

        def get_translations(self, form: Form) -> _OurTranslations:
            """Our words instead of the library's."""
            del form
            return _OurTranslations()

    def validate(self, extra_validators: Any = None) -> bool:
        """Also refuses a single field that came more than once: which one was meant?"""
        valid = super().validate(extra_validators)
        for field in self:
            raw = getattr(field, "raw_data", None) or []
            if len(raw) > 1 and not isinstance(field, SelectMultipleField):
                field.errors = [*field.errors, gettext(REPEATED)]
                valid = False
        return valid

    def refuse(self, error: InvalidInput) -> None:
        """Show a service's refusal at the field it names, or above the form; each line's own."""
        if isinstance(error, InvalidLines):
            for one in error.each:
                self.refuse(one)
            return
        text = gettext(text_of(error.code), **error.params)
        field = self._fields.get(error.field)
        if field is None:
            self.form_errors.append(text)
        else:
            field.errors = [*field.errors, text]
