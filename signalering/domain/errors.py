"""Every refusal the work itself can give.

An error carries a stable `code` and `params`. Neither ever holds a word about a resident:
both may end up in a log or on a page. `domain/texts.py` has the Dutch text of each code.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar


class DomainError(Exception):
    """A refusal with a reason a person can be told."""

    default_code: ClassVar[str] = "error"

    def __init__(self, code: str | None = None, **params: str) -> None:
        self.code = code or self.default_code
        self.params: Mapping[str, str] = MappingProxyType(params)
        super().__init__(self.code)


class Denied(DomainError):
    """This actor may not do this, in this hat, to this subject."""

    default_code = "denied"


class NotFound(DomainError):
    """No such thing, or none that this actor may know of: the two are not told apart."""

    default_code = "not_found"


class Conflict(DomainError):
    """Somebody else was first. `params["owner"]` names the colleague, when there is one."""

    default_code = "conflict"

    def __init__(self, code: str | None = None, *, owner: str = "") -> None:
        if owner:
            super().__init__(code or "conflict_owner", owner=owner)
        else:
            super().__init__(code)


class NotAllowedNow(DomainError):
    """The thing is in a state that this move doesn't start from."""

    default_code = "not_allowed_now"


class InvalidInput(DomainError):
    """Something typed or chosen can't be taken. `field` says where it stood."""

    default_code = "invalid"

    def __init__(self, field: str, code: str | None = None, **params: str) -> None:
        super().__init__(code, **params)
        self.field = field


class InvalidLines(InvalidInput):
    """Lines of one field that can't be taken: `each` tells of one of them, in their order."""

    def __init__(self, each: Sequence[InvalidInput]) -> None:
        super().__init__(each[0].field, each[0].code, **each[0].params)
        self.each = tuple(each)


class CannotOpen(DomainError):
    """A seal did not open. Why is never said: wrong key, foreign place and damage look alike."""

    default_code = "cannot_open"

    def __init__(self) -> None:
        super().__init__()


class PasskeyRefused(DomainError):
    """What an authenticator answered isn't taken: foreign, forged, too late or a copy."""

    default_code = "passkey_refused"


class KeysNeeded(DomainError):
    """Somebody is logged in and has unlocked nothing, or no longer; unlocking mends it."""

    default_code = "keys_needed"


class SignOnRefused(DomainError):
    """What the organisation's log-in service answered can't be taken, or leads to no account."""

    default_code = "sign_on_refused"


class TooOften(DomainError):
    """Tried too often; `wait` seconds from now there is a turn again."""

    default_code = "too_often"

    def __init__(self, wait: int) -> None:
        super().__init__(seconds=str(wait))
        self.wait = wait


class Crowded(TooOften):
    """As many ask for it at this moment as are served in turn; nobody tried anything too often."""

    default_code = "crowded"


class IntakeClosed(DomainError):
    """Nothing can be sealed to the coordinators now, so nothing is taken in."""

    default_code = "intake_closed"


class Unavailable(DomainError):
    """A part of the machinery doesn't answer; trying again later may help."""

    default_code = "unavailable"


class Misconfigured(DomainError):
    """The installation lacks something, or has it wrong; `params["name"]` says what."""

    default_code = "misconfigured"

    def __init__(self, name: str, code: str | None = None) -> None:
        super().__init__(code, name=name)
