"""The ceremony of a new installation: both key groups, its first people, its secrets' marks."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from signalering.config import Settings
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.errors import InvalidInput
from signalering.domain.hats import KEEPER_OF_GROUP, KEY_GROUP_OF_HAT, words_for
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.words import passphrase_words
from signalering.services.accounts.enrol import Enrolment, cost_of, enrol
from signalering.services.accounts.invite import admit
from signalering.services.audit.record import record
from signalering.services.keys.found import found_groups
from signalering.services.keys.marks import write_marks
from signalering.services.work import Work
from signalering.vault import passphrases

Newcomer = tuple[Invite, Enrolment]


def newcomer(settings: Settings, command: Invite) -> tuple[Newcomer, str]:
    """A colleague with a drawn passphrase; the words are told once and kept nowhere.

    Takes one Argon2id run; no transaction may be open.
    """
    words = passphrases.generate(passphrase_words(), words_for(command.hats))
    return (command, enrol(uuid4(), words, cost_of(settings))), words


def set_up(work: Work, recovery_public: bytes, people: Sequence[Newcomer]) -> None:
    """Found everything in one transaction.

    Raises InvalidInput when a group would have no keeper, or an invitation can't be.
    """
    holders: dict[KeyGroup, list[tuple[UUID, bytes]]] = {group: [] for group in KeyGroup}
    for command, enrolment in people:
        for group in {KEY_GROUP_OF_HAT.get(hat) for hat in command.hats} - {None}:
            holders[KeyGroup(str(group))].append((enrolment.account_id, enrolment.public_key))
    worn = {hat for command, _ in people for hat in command.hats}
    if not worn.issuperset(KEEPER_OF_GROUP.values()):
        raise InvalidInput("people", "group_without_holder")
    found_groups(work, recovery_public, holders)
    for command, enrolment in people:
        admit(work, command, enrolment)
    write_marks(work)
    record(work, AuditAction.SETUP_DONE)
