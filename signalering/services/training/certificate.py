"""One's own certificate, to print."""

from sqlalchemy import select

from signalering.domain.access import Permission, require
from signalering.domain.errors import NotFound
from signalering.domain.views.training.course import CertificateView
from signalering.models.training.certificate import Certificate
from signalering.services.training._rows import partner_name
from signalering.services.work import Work


def certificate(work: Work) -> CertificateView:
    """The actor's newest certificate, to print. Raises Denied, NotFound."""
    require(Permission.COURSE, work.by(), None, work.clock.today())
    row = work.data.scalar(
        select(Certificate)
        .where(Certificate.account_id == work.by().account_id)
        .order_by(Certificate.valid_until.desc())
        .limit(1)
    )
    if row is None:
        raise NotFound
    return CertificateView(
        work.by().name,
        row.way,
        row.trainer,
        row.trained_in,
        row.valid_until,
        partner_name(work, row.partner_id),
    )
