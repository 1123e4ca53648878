"""A case in which everything happened that can, for whoever asks what is kept of it."""

from datetime import timedelta
from uuid import UUID

from kit.cases import case_row, do, initiative, opened, stepped, told, tried, version
from kit.measures import answered as answered_items
from kit.measures import consented, recorded, supplied
from kit.receivers import WISH, linked
from kit.rights import answered, asked, informed, lifted, restricted
from kit.town import Town
from signalering.domain.commands.cases.correct_details import CorrectDetails
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.commands.cases.pause import PauseCase
from signalering.domain.commands.referrals.propose import ProposeReferral
from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.states import (
    AttemptResult,
    CaseState,
    PauseReason,
    ReferralState,
    Right,
    RightAnswer,
)
from signalering.services.cases.correct import correct
from signalering.services.cases.correct_details import correct_details
from signalering.services.cases.move import move
from signalering.services.cases.note import note
from signalering.services.cases.pause import pause
from signalering.services.referrals.propose import propose

# Every word that somebody wrote in the case, but for its contact details.
WORDS = {
    "note": "Houdt van schaken",
    "correction": "Houdt van dammen",
    "behind": "Verloor haar zus in mei",
    "asked": "Ik wil alles lezen",
    "refused": "Dat gaat over een ander",
    "stilled": "Eerst uitzoeken wat klopt",
    "wish": WISH,
    "along": "Cor van het buurthuis",
}
CONTACT = GivenContact(
    name="Truida Beter",
    phone="0174 55 44 33",
    email="truida@post.test",
    address="Verzonnenlaan 3",
    best_moment="na tienen",
    text_version="",
)


def played_case(town: Town) -> UUID:
    """Its id; the case is in support."""
    supplied(town.house.settings.instance)
    case_id = opened(town)
    tried(town, case_id)
    tried(town, case_id, AttemptResult.REACHED)
    informed(town, case_id)
    do(town, lambda w: note(w, WriteNote(case_id, version(w, case_id), WORDS["note"])))
    number = _last(town, case_id)
    put_right = WORDS["correction"]
    do(town, lambda w: correct(w, WriteNote(case_id, version(w, case_id), put_right, number)))
    do(town, lambda w: correct_details(w, CorrectDetails(case_id, version(w, case_id), CONTACT)))
    to = initiative(town)
    new = ProposeReferral(case_id, case_row(town, case_id).version, to, "social", WORDS["behind"])
    referral_id = do(town, lambda w: propose(w, new))
    stepped(town, referral_id, ReferralState.CONSENTED)
    linked(town, referral_id)
    stepped(town, referral_id, ReferralState.ACCEPTED)
    do(town, lambda w: move(w, MoveCase(case_id, version(w, case_id), CaseState.SUPPORTED)))
    consented(town, case_id)
    recorded(town, case_id, 0, direct=3, answers=answered_items(7))
    until = town.clock.today() + timedelta(days=7)
    do(
        town,
        lambda w: pause(w, PauseCase(case_id, version(w, case_id), until, PauseReason.HOSPITAL)),
    )
    do(town, lambda w: pause(w, PauseCase(case_id, version(w, case_id), None, None)))
    one = asked(town, case_id, Right.ACCESS, text=WORDS["asked"])
    answered(town, case_id, one, RightAnswer.REFUSED, WORDS["refused"])
    restricted(town, case_id, text=WORDS["stilled"])
    lifted(town, case_id)
    return case_id


def _last(town: Town, case_id: UUID) -> int:
    return len(told(town, case_id))
