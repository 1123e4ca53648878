"""How a period that can be chosen is written down: one number, or several in their order."""

from signalering.domain.setting_specs import Setting, SettingGroup, SettingKind, Unit


def number(
    name: str,
    group: SettingGroup,
    unit: Unit,
    bounds: tuple[int, int],
    texts: tuple[str, str],
    *,
    in_course: bool = False,
) -> Setting:
    """A period that is one number."""
    return numbers(name, group, unit, bounds, texts, SettingKind.NUMBER, 1, in_course)


def numbers(
    name: str,
    group: SettingGroup,
    unit: Unit,
    bounds: tuple[int, int],
    texts: tuple[str, str],
    kind: SettingKind,
    count: int,
    in_course: bool = False,
) -> Setting:
    """A period that is so many numbers."""
    return Setting(name, group, kind, *texts, unit, *bounds, count, in_course=in_course)
