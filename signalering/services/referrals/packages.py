"""Sealing what a receiver may read of a resident, and opening it with the link."""

from dataclasses import asdict
from typing import Any
from uuid import UUID, uuid4

from signalering.domain.errors import CannotOpen
from signalering.domain.views.referrals.send import PackageView
from signalering.models.keys.group import PackageShare
from signalering.models.referrals.referral import Referral
from signalering.services.referrals.links import share_of
from signalering.services.sealing import open_payload, seal_payload
from signalering.services.work import Work
from signalering.vault.kinds import LinkSecret, Share
from signalering.vault.packages import new_share, package_key, secret_of
from signalering.vault.seals import Slot


def seal_package(
    work: Work,
    referral: Referral,
    contact_key_id: UUID,
    secret: LinkSecret,
    package: PackageView,
) -> dict[str, Any]:
    """Keep a share under the contact key's id, and give the columns of the sealed package.

    Who forgets the contact key forgets the share: nobody opens the package from then on.
    """
    package_id, share = uuid4(), new_share()
    work.keys.add(PackageShare(package_id=package_id, contact_key_id=contact_key_id, share=share))
    work.keys.flush()
    sealed = seal_payload(package_key(secret, share), _slot(referral), asdict(package))
    return {"package_id": package_id, "package": sealed}


def open_package(work: Work, referral: Referral, token: str) -> PackageView:
    """What the receiver may read: it takes the link's half and the stored one, no other key.

    Raises CannotOpen.
    """
    share = share_of(work, referral)
    if share is None or referral.package is None:
        raise CannotOpen
    key = package_key(secret_of(token), Share(share))
    return PackageView(**open_payload(key, _slot(referral), referral.package))


def _slot(referral: Referral) -> Slot:
    return Slot("referral", "package", referral.id, 0)
