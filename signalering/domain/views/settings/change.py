"""One setting with all that was decided about it."""

from dataclasses import dataclass

from signalering.domain.setting_specs import Setting
from signalering.domain.views.settings.overview import Decision


@dataclass(frozen=True)
class ChangeView:
    """What is in force, what was before (the newest first), and what the file has."""

    setting: Setting
    now: Decision
    history: tuple[Decision, ...]
    first: str
