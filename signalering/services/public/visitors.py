"""Whose tries count together: a colleague's, or those that come from one address, for today.

The key of the day is nobody's tomorrow; neither address nor key is kept.
"""

import hmac
import secrets
from ipaddress import IPv4Address, ip_address

from sqlalchemy import delete

from signalering.models.accounts.day_key import DayKey
from signalering.services.accounts import throttle
from signalering.services.work import Work
from signalering.vault.encoding import frame

KEY_LENGTH = 32
# Bits of an IPv6 address that its user may choose (RFC 4291, 2.5.1).
HOSTS = 64


def visitor_of(work: Work, address: str) -> str:
    """What stands for who tries, in a count."""
    if work.actor is not None:
        return str(work.actor.account_id)
    return hmac.digest(_key_of_today(work), frame("address", _network(address)), "sha256").hex()


def sweep_keys(work: Work) -> None:
    """Throw away the keys of past days."""
    work.data.execute(delete(DayKey).where(DayKey.day < work.clock.today()))


def _network(address: str) -> str:
    """Of IPv6 the half that a connection is given: whoever has one has all addresses in it."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or int(found) >> HOSTS)


def _key_of_today(work: Work) -> bytes:
    day = work.clock.today()
    row = work.data.get(DayKey, day)
    if row is not None:
        return row.secret
    fresh = throttle.insert_of(work, DayKey).values(day=day, secret=secrets.token_bytes(KEY_LENGTH))
    work.data.execute(fresh.on_conflict_do_nothing())
    sweep_keys(work)
    work.data.commit()
    # Another node may have been first: its key is the day's.
    return work.data.get_one(DayKey, day).secret
