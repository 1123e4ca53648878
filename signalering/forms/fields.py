"""Fields that more than one form has."""

from collections.abc import Callable
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import DateField, Field, Form, StringField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Optional

from signalering.domain.errors import InvalidInput
from signalering.domain.text import clean_line, clean_text
from signalering.domain.texts import text_of

Validator = Callable[[Form, Field], None]


def cleaned(limit: int, *, multiline: bool) -> Validator:
    """Normalise what was typed; refuse what no person types, and what is too long."""

    def validator(form: Form, field: Field) -> None:
        del form
        clean = clean_text if multiline else clean_line
        try:
            field.data = clean(field.data or "", limit)
        except InvalidInput as error:
            raise ValidationError(gettext(text_of(error.code), **error.params)) from error

    return validator


def line(label: str, limit: int = 200, *, required: bool = True, **options: Any) -> StringField:
    """One line of text."""
    return StringField(label, [_presence(required), cleaned(limit, multiline=False)], **options)


def text(label: str, limit: int = 4000, *, required: bool = True, **options: Any) -> TextAreaField:
    """Text of several lines."""
    return TextAreaField(label, [_presence(required), cleaned(limit, multiline=True)], **options)


def day(label: str, *, required: bool = True, **options: Any) -> DateField:
    """A day, as browsers send it or as people type it."""
    return DateField(
        label, [_presence(required)], format=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"], **options
    )


def typed_over(word: Any) -> StringField:
    """The word to type over before something that can't be undone; `word` is a lazy text."""
    label = _("Typ het woord %(word)s", word=word)
    return StringField(label, [InputRequired(), cleaned(40, multiline=False), _same(word)])


def is_typed(field: Field, word: Any) -> bool:
    """Whether the word stands there; capitals and blanks don't count."""
    return str(field.data or "").strip().casefold() == str(word).casefold()


def _same(word: Any) -> Validator:
    def validator(form: Form, field: Field) -> None:
        del form
        if not is_typed(field, word):
            raise ValidationError(gettext(text_of("type_the_word"), word=word))

    return validator


def _presence(required: bool) -> Any:
    return InputRequired() if required else Optional(strip_whitespace=True)
