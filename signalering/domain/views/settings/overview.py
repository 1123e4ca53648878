"""What holds now, setting by setting, and who decided it."""

from dataclasses import dataclass
from datetime import date

from signalering.domain.course_file import Fault
from signalering.domain.setting_specs import Setting


@dataclass(frozen=True)
class Decision:
    """One value; since when and by whom is empty of the file's own."""

    value: str
    number: int = 0
    since: date | None = None
    by: str = ""


@dataclass(frozen=True)
class SettingLine:
    """A setting, and what is in force."""

    setting: Setting
    now: Decision


@dataclass(frozen=True)
class Changed:
    """A decision in the list of what was changed lately."""

    setting: Setting
    decision: Decision


@dataclass(frozen=True)
class InstallationLine:
    """What the file or the environment says; of a secret alone whether it is there."""

    name: str
    value: str
    # None of what is shown as it is.
    is_set: bool | None = None


@dataclass(frozen=True)
class SiteTextsLine:
    """Where the own texts of the site are, and what is wrong in the one that was changed last."""

    folders: tuple[str, ...]
    fault: tuple[str, Fault] | None


@dataclass(frozen=True)
class SettingsView:
    """By group, in the order of the list; the newest changes first."""

    groups: tuple[tuple[str, tuple[SettingLine, ...]], ...]
    lately: tuple[Changed, ...]
    installation: tuple[InstallationLine, ...]
    site: SiteTextsLine
