"""The parts of the accountability pack as the installation is now."""

from signalering.domain.pack_accessibility import accessibility
from signalering.domain.pack_lines import Lines, PackPart
from signalering.domain.pack_register import register_entry
from signalering.domain.pack_risks import risks
from signalering.domain.role_matrix import role_matrix
from signalering.services.audit._pack_kept import kept
from signalering.services.audit._pack_processors import processors
from signalering.services.audit._pack_sealed import sealed
from signalering.services.work import Work


def parts_now(work: Work) -> dict[PackPart, Lines]:
    """Every part, in order; of the database only the terms are asked."""
    settings = work.settings
    return {
        PackPart.REGISTER: register_entry(
            settings.controller or settings.installation_name,
            settings.data_protection_address,
            work.rules.team_phone,
        ),
        PackPart.ROLES: role_matrix(),
        PackPart.RETENTION: kept(work),
        PackPart.SEALED: sealed(),
        PackPart.PROCESSORS: processors(settings),
        PackPart.RISKS: risks(
            many_reads=work.rules.audit_many_reads,
            head_is_mailed=bool(settings.audit_head_address),
            second_step=not settings.demonstration,
        ),
        PackPart.ACCESSIBILITY: accessibility(),
    }
