"""The page of the accountability pack, which also answers to a signature that came too late."""

from signalering.forms.audit.sign_pack import SignPackForm
from signalering.services.audit.pack import pack
from signalering.services.work import Work
from signalering.web import pdf
from signalering.web.context import Page, page


def pack_page(work: Work, form: SignPackForm, status: int) -> Page:
    """The pack as it is now."""
    return page("audit/pack.html", status, view=pack(work), form=form, pdf=pdf.available())
