"""What the audit trail says about partners' programs: none has an account, its client is named."""

from collections.abc import Mapping
from types import MappingProxyType

from signalering.domain.audit_specs import ActionSpec, spec_of
from signalering.domain.audit_words import AuditAction, Purpose
from signalering.domain.texts import N_

_A = AuditAction
_P = Purpose

API_ACTIONS: Mapping[AuditAction, ActionSpec] = MappingProxyType(
    {
        _A.API_CLIENT_MADE: spec_of(
            "api_client",
            "partner_id valid_until",
            _P.ADMINISTRATION,
            N_("programma van partner toegelaten"),
        ),
        _A.API_CLIENT_REVOKED: spec_of(
            "api_client", "partner_id", _P.ADMINISTRATION, N_("toegang van programma ingetrokken")
        ),
        _A.API_LET_IN: spec_of(
            "api_client", "", _P.ACCESS, N_("toegangstoken aan programma gegeven")
        ),
        _A.API_REFUSED: spec_of("api_client", "cause", _P.ACCESS, N_("programma geweigerd")),
        _A.API_FIGURES_READ: spec_of(
            "api_client",
            "period family",
            _P.STATISTICS,
            N_("cijfers door programma van partner opgehaald"),
        ),
        _A.API_TRAINING_READ: spec_of(
            "api_client",
            "partner_id count page",
            _P.ADMINISTRATION,
            N_("stand van training door programma van partner opgehaald"),
        ),
        # Neither names the other, nor a signal; what was laid ready stands in no entry.
        _A.SIGNAL_LINK_MADE: spec_of(
            "api_client", "", _P.INTAKE, N_("signaal klaargezet door programma van partner")
        ),
        _A.SIGNAL_LINK_OPENED: spec_of(
            "signal_link", "", _P.INTAKE, N_("klaargezet signaal geopend")
        ),
    }
)
