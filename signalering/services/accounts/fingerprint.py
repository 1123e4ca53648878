"""The fingerprint of one's own key, to be read out by phone."""

from signalering.domain.errors import IntakeClosed, NotFound
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.views.accounts.fingerprint import OwnFingerprint
from signalering.services.keys.groups import has_grant, public_key_of
from signalering.services.work import Work
from signalering.vault.groups import fingerprint
from signalering.vault.users import public_key


def own_fingerprint(work: Work) -> OwnFingerprint:
    """The fingerprint, of the opened key when there is one: nobody can have swapped that.

    Raises NotFound for an account without a key pair.
    """
    secret = work.opened.user_secret
    public = public_key(secret) if secret else public_key_of(work, work.by().account_id)
    if public is None:
        raise NotFound
    group = KEY_GROUP_OF_HAT.get(work.by().hat)
    return OwnFingerprint(fingerprint(public), group, _granted(work, group))


def _granted(work: Work, group: str | None) -> bool:
    if group is None:
        return False
    try:
        return has_grant(work, group)
    except IntakeClosed:
        return False
