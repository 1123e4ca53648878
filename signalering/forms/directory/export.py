"""In which form the directory goes out: the button that was pressed says it."""

from wtforms import HiddenField

from signalering.forms.base import BaseForm


class ExportForm(BaseForm):
    """JSON, or a zip of CSV files."""

    written_as = HiddenField()
