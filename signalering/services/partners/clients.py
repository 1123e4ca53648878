"""Programs of a partner: which may come in, and a new one."""

from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, func, or_, select

from signalering.domain.access import require
from signalering.domain.api import CLIENT_LASTS, ApiScope
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.partners.clients import MakeClient
from signalering.domain.errors import InvalidInput, NotFound
from signalering.domain.permissions import Permission
from signalering.domain.views.partners.clients import ClientLine, ClientsView, NewClient
from signalering.models.api.client import ApiClient, ApiToken
from signalering.models.partners.partner import Partner
from signalering.services.api._secrets import hash_of_secret, new_token
from signalering.services.api.callers import kept_scopes
from signalering.services.audit.record import record
from signalering.services.work import Work

# More than an organisation has programs: a stuck button ends here.
MOST = 20
# As long as somebody may ask which program it was.
KEPT = timedelta(days=400)


def clients(work: Work, partner_id: UUID) -> ClientsView:
    """All that are kept. Raises Denied, NotFound."""
    partner = _partner(work, partner_id)
    today = work.clock.today()
    rows = work.data.scalars(
        select(ApiClient)
        .where(ApiClient.partner_id == partner_id)
        .order_by(ApiClient.made_on.desc(), func.lower(ApiClient.name), ApiClient.id)
    )
    lines = [
        ClientLine(
            id=row.id,
            program=row.name,
            scopes=tuple(row.scopes.split()),
            made_on=row.made_on,
            until_on=row.until_on,
            used_on=row.used_on,
            revoked_on=row.revoked_on,
            expired=today > row.until_on,
        )
        for row in rows
    ]
    ordered = tuple(sorted(lines, key=lambda line: line.revoked_on is not None or line.expired))
    return ClientsView(partner_id, partner.name, ordered)


def make_client(work: Work, command: MakeClient) -> NewClient:
    """A new client with its secret, told once.

    Raises Denied, NotFound, and InvalidInput for days that can't be, scopes that are none, a name
    that another one has (whoever revokes one must know which), and for an organisation without an
    agreement or one that stopped.
    """
    partner = _partner(work, command.partner_id)
    today = work.clock.today()
    if not partner.active:
        raise InvalidInput("", "partner_stopped")
    if partner.agreement_on is None:
        raise InvalidInput("", "no_agreement")
    if not command.scopes or set(command.scopes) - set(ApiScope):
        raise InvalidInput("scopes", "client_scopes")
    if command.until_on <= today:
        raise InvalidInput("until_on", "key_past")
    if command.until_on - today > CLIENT_LASTS:
        raise InvalidInput("until_on", "key_long")
    _check_name(work, command)
    client_id, secret = uuid4(), new_token()
    work.data.add(
        ApiClient(
            id=client_id,
            partner_id=command.partner_id,
            name=command.name,
            secret_hash=hash_of_secret(work, client_id, secret),
            scopes=kept_scopes(command.scopes),
            made_on=today,
            until_on=command.until_on,
        )
    )
    record(
        work,
        AuditAction.API_CLIENT_MADE,
        client_id,
        partner_id=command.partner_id,
        valid_until=command.until_on.isoformat(),
    )
    return NewClient(client_id, secret)


def sweep(work: Work) -> None:
    """Forget clients that stopped working long ago. In the caller's transaction."""
    before = work.clock.today() - KEPT
    over = or_(ApiClient.until_on < before, ApiClient.revoked_on < before)
    gone = select(ApiClient.id).where(over)
    work.data.execute(delete(ApiToken).where(ApiToken.client_id.in_(gone)))
    work.data.execute(delete(ApiClient).where(over))


def _check_name(work: Work, command: MakeClient) -> None:
    working = [
        ApiClient.partner_id == command.partner_id,
        ApiClient.revoked_on.is_(None),
        ApiClient.until_on >= work.clock.today(),
    ]
    if work.data.scalars(select(func.count(ApiClient.id)).where(*working)).one() >= MOST:
        raise InvalidInput("name", "clients_many", limit=str(MOST))
    same = func.lower(ApiClient.name) == command.name.lower()
    if work.data.scalar(select(ApiClient.id).where(same, *working).limit(1)) is not None:
        raise InvalidInput("name", "known_name")


def _partner(work: Work, partner_id: UUID) -> Partner:
    require(Permission.API_CLIENTS, work.by(), None, work.clock.today())
    row = work.data.get(Partner, partner_id)
    if row is None:
        raise NotFound
    return row
