"""The accountability pack: a page to read or print, or a PDF."""

from flask import Blueprint, redirect, url_for

from signalering.forms.audit.sign_pack import SignPackForm
from signalering.routes.audit._packs import pack_page
from signalering.services.audit.pack import pack as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web import pdf as drawing
from signalering.web.context import Answer, printed, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the pages on the blueprint."""
    blueprint.add_url_rule("/accountability", "pack", pack)
    blueprint.add_url_rule("/accountability/pdf", "pack_pdf", pack_pdf)


@unit_of_work()
def pack(work: Work) -> Answer:
    """All parts as they are now, and what changed since they were signed."""
    return pack_page(work, SignPackForm(), 200)


@unit_of_work()
def pack_pdf(work: Work) -> Answer:
    """The same as a file; where none can be made, the page says how else."""
    view = service(work)
    if not drawing.available():
        messages.say("pdf_missing")
        return redirect(url_for("audit.pack"))
    name = f"verantwoording-{work.clock.today().isoformat()}.pdf"
    return printed(name, "audit/_pack_pdf.html", view=view, today=work.clock.today())
