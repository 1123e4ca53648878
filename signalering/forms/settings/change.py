"""Another value for a setting."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField, StringField

from signalering.domain.commands.settings.change import ChangeSetting
from signalering.domain.setting_specs import Setting, SettingKind
from signalering.domain.setting_values import NO, YES
from signalering.forms.fields import line
from signalering.forms.version import VersionForm

LONGEST_TYPED = 200


class ValueForm(VersionForm):
    """One value; the service judges it by the setting's own rules."""

    value = line(_("Nieuwe waarde"), LONGEST_TYPED)

    def to_command(self, name: str) -> ChangeSetting:
        """What the service takes."""
        return ChangeSetting(name, self.seen(), self.value.data or "")


class FreeValueForm(ValueForm):
    """One that can be left empty."""

    value: StringField = line(_("Nieuwe waarde"), LONGEST_TYPED, required=False)


class SwitchForm(VersionForm):
    """Yes or no."""

    value = RadioField(_("Nieuwe waarde"), choices=[(YES, _("ja")), (NO, _("nee"))])

    def to_command(self, name: str) -> ChangeSetting:
        """What the service takes."""
        return ChangeSetting(name, self.seen(), self.value.data or "")


def form_for(setting: Setting) -> type[ValueForm] | type[SwitchForm]:
    """The form that fits its kind."""
    if setting.kind is SettingKind.SWITCH:
        return SwitchForm
    return ValueForm if setting.required else FreeValueForm
