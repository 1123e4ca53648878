"""Who may what, on one page: permission -> clauses; one whole clause must hold; absent means no.

A route's guard asks without a row, the service asks again with it. Every endpoint stands in
ENDPOINTS, SIGNED_IN or PUBLIC (domain/endpoints.py), or nobody gets in.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from signalering.domain.actors import (
    Actor,
    Clause,
    Predicate,
    Subject,
    owner,
    reporter,
    trained,
    wears,
)
from signalering.domain.endpoints import ENDPOINTS, PUBLIC, SIGNED_IN
from signalering.domain.errors import Denied
from signalering.domain.permissions import Permission
from signalering.domain.states import Hat

__all__ = [
    "ENDPOINTS",
    "PUBLIC",
    "RULES",
    "SIGNED_IN",
    "Actor",
    "Clause",
    "Permission",
    "Predicate",
    "Subject",
    "allowed",
    "require",
]


FRONTLINE = wears(Hat.FRONTLINE)
COORDINATOR = wears(Hat.COORDINATOR)
MANAGER = wears(Hat.MANAGER)
ADMINISTRATOR = wears(Hat.ADMINISTRATOR)
PRIVACY_OFFICER = wears(Hat.PRIVACY_OFFICER)
# Reads what is accounted for, and changes nothing but the own account.
DATA_PROTECTION_OFFICER = wears(Hat.DATA_PROTECTION_OFFICER)

RULES: Mapping[Permission, tuple[Clause, ...]] = MappingProxyType(
    {
        # Coordinators are exempt from the training.
        Permission.LOG_SIGNAL: ((FRONTLINE, trained), (COORDINATOR,)),
        # A lapsed training closes the form, never the way to one's own signals.
        Permission.OWN_SIGNALS: ((FRONTLINE, reporter), (COORDINATOR, reporter)),
        Permission.TRIAGE: ((COORDINATOR,),),
        Permission.KEEP_SIGNAL: ((COORDINATOR, owner),),
        Permission.CASEWORK: ((COORDINATOR,),),
        # How somebody is told of the own work; nobody else has any that falls due.
        Permission.REMINDERS: ((COORDINATOR,),),
        Permission.KEEP_CASE: ((COORDINATOR, owner),),
        Permission.DIRECTORY: ((COORDINATOR,), (ADMINISTRATOR,)),
        Permission.ASSURE_OFFERS: ((ADMINISTRATOR,),),
        Permission.EDIT_DIRECTORY: ((ADMINISTRATOR,),),
        Permission.STATISTICS: ((COORDINATOR,), (MANAGER,)),
        Permission.OPEN_DATA_KEYS: ((ADMINISTRATOR,),),
        Permission.FOREWORD: ((COORDINATOR,),),
        Permission.ACCOUNTS: ((ADMINISTRATOR,),),
        # Names and days alone: whoever falls ill enters nothing, so any colleague may.
        Permission.COVER: ((COORDINATOR,), (ADMINISTRATOR,)),
        Permission.PARTNERS: ((ADMINISTRATOR,),),
        Permission.API_CLIENTS: ((ADMINISTRATOR,),),
        Permission.KEY_HOLDERS: ((ADMINISTRATOR,), (PRIVACY_OFFICER,)),
        # Each holds the key of another group; the service asks which.
        Permission.ROTATE_KEYS: ((COORDINATOR,), (PRIVACY_OFFICER,)),
        # Who wears a hat that opens a group's key; the key itself decides the rest.
        Permission.GIVE_KEY: ((COORDINATOR,), (PRIVACY_OFFICER,)),
        # A lapsed training never shuts the way to a new one.
        Permission.COURSE: ((FRONTLINE,), (COORDINATOR,)),
        Permission.TRAINING: ((ADMINISTRATOR,),),
        Permission.CARDS: ((ADMINISTRATOR,),),
        Permission.RELINK: ((COORDINATOR,),),
        Permission.MAIL: ((ADMINISTRATOR,),),
        Permission.SETTINGS: ((ADMINISTRATOR,),),
        Permission.STATE: ((ADMINISTRATOR,),),
        # What makes a new installation ready; each does a part of it.
        Permission.FIRST_STEPS: ((ADMINISTRATOR,), (COORDINATOR,)),
        # Of the whole network, and about nobody: every colleague reads of them. Who supervises it
        # is no part of it.
        Permission.MEETINGS: tuple(
            (wears(hat),) for hat in Hat if hat is not Hat.DATA_PROTECTION_OFFICER
        ),
        Permission.PLAN_MEETINGS: ((ADMINISTRATOR,),),
        Permission.NEWSLETTER: ((ADMINISTRATOR,),),
        Permission.AUDIT_TRAIL: ((PRIVACY_OFFICER,), (DATA_PROTECTION_OFFICER,)),
        Permission.REVIEW_TRAIL: ((PRIVACY_OFFICER,),),
        Permission.PACK: ((PRIVACY_OFFICER,), (DATA_PROTECTION_OFFICER,)),
        Permission.SIGN_PACK: ((PRIVACY_OFFICER,),),
        Permission.SEE_RETENTION: ((PRIVACY_OFFICER,), (DATA_PROTECTION_OFFICER,)),
        Permission.RETENTION: ((PRIVACY_OFFICER,),),
        # Whoever knows of a dispute or a complaint; nobody reads a word by it.
        Permission.HOLD: ((PRIVACY_OFFICER,), (COORDINATOR,)),
    }
)


def allowed(permission: Permission, actor: Actor, subject: Subject | None, today: date) -> bool:
    """Whether one clause of the permission holds as a whole; a permission without rules is no."""
    return any(
        all(predicate(actor, subject, today) for predicate in clause)
        for clause in RULES.get(permission, ())
    )


def require(permission: Permission, actor: Actor, subject: Subject | None, today: date) -> None:
    """Raise Denied unless allowed; a lapsed training is said, so that it can be mended."""
    if allowed(permission, actor, subject, today):
        return
    if permission is Permission.LOG_SIGNAL and actor.hat is Hat.FRONTLINE:
        raise Denied("training_needed")
    raise Denied
