"""A passkey that somebody shows, to log in, as a second step, or to unlock."""

from wtforms import HiddenField

from signalering.domain.commands.accounts.passkey_log_in import ShownPasskey
from signalering.forms.accounts.second_factor import WayOn


class PasskeyLogInForm(WayOn):
    """What a script puts there; `own` when only one account's passkey will do."""

    answer = HiddenField()
    prf = HiddenField()
    own = HiddenField()

    def to_command(self) -> ShownPasskey:
        """What was shown."""
        return ShownPasskey(self.answer.data or "", self.prf.data or "")
