"""What a period is called, for what is no page; templates have macros/periods.html."""

from flask_babel import gettext


def period_name(code: str) -> str:
    """The name of "2026", "2026H1" or "2026Q3" in the language of now."""
    year, kind, part = code[:4], code[4:5], code[5:]
    if kind == "Q":
        return str(gettext("%(part)se kwartaal van %(year)s", part=part, year=year))
    if kind == "H" and part == "1":
        return str(gettext("eerste helft van %(year)s", year=year))
    if kind == "H":
        return str(gettext("tweede helft van %(year)s", year=year))
    return str(gettext("heel %(year)s", year=year))
