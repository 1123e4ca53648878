"""A new offer."""

from signalering.forms.directory._facts import OfferForm


class AddForm(OfferForm):
    """As one that is known."""
