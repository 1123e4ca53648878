"""A name under the accountability pack."""

from wtforms import HiddenField

from signalering.domain.commands.audit.sign_pack import SignPack
from signalering.forms.base import BaseForm


class SignPackForm(BaseForm):
    """Nothing is typed: what was seen goes along. Anything else in its place was never seen."""

    seen = HiddenField()

    def to_command(self) -> SignPack:
        """What the service takes. What came twice is nothing that a page showed."""
        came = self.seen.raw_data or []
        return SignPack(str(came[0]) if len(came) == 1 else "")
