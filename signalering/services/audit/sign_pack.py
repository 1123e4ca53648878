"""Put a name under the accountability pack as it is now; from then on drift is told against it."""

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.audit.sign_pack import SignPack
from signalering.domain.errors import Conflict
from signalering.domain.pack_lines import digest, written
from signalering.models.audit.pack import PackSignature, SignedPart
from signalering.services.accounts.throttle import insert_of
from signalering.services.audit.pack import pack
from signalering.services.audit.record import record
from signalering.services.work import Work


def sign_pack(work: Work, command: SignPack) -> None:
    """Keep every part as it was seen, with who signed and the day.

    Raises Denied, Conflict when something of it changed since the page was made, or a colleague
    signed first: nobody signs what nobody read.
    """
    require(Permission.SIGN_PACK, work.by(), None, work.clock.today())
    view = pack(work)
    if command.seen != view.seen:
        raise Conflict("pack_changed")
    number = view.number + 1
    first = insert_of(work, PackSignature).values(
        number=number,
        signed_by=work.by().account_id,
        signed_on=work.clock.today(),
        parts=" ".join(part.part.value for part in view.parts),
        check_number=bytes.fromhex(view.check_number),
    )
    if work.data.scalar(first.on_conflict_do_nothing().returning(PackSignature.number)) is None:
        raise Conflict("pack_changed")
    for part in view.parts:
        text = written(part.lines)
        work.data.add(
            SignedPart(number=number, part=part.part.value, text=text, digest=digest(text))
        )
    # The trail is sealed and chained: what was signed can be proven by it.
    record(
        work,
        AuditAction.PACK_SIGNED,
        version=number,
        changed=len(view.changed),
        check_number=view.check_number,
    )
