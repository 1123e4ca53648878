"""The closed lists that rules speak about, as enums; the readable words are what is stored.

The codes are those of data/vocabularies.json (a test holds the two together), which has the labels.
"""

from enum import StrEnum


class Hat(StrEnum):
    """In which capacity somebody works; one at a time."""

    FRONTLINE = "frontline"
    COORDINATOR = "coordinator"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"
    PRIVACY_OFFICER = "privacy_officer"
    DATA_PROTECTION_OFFICER = "data_protection_officer"


class SignalState(StrEnum):
    """Where a signal stands."""

    NEW = "new"
    NOTED = "noted"
    IN_TRIAGE = "in_triage"
    QUESTION_ASKED = "question_asked"
    AWAITING_RESIDENT = "awaiting_resident"
    CLOSED = "closed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class SignalEnding(StrEnum):
    """How a closed signal ended."""

    CASE_OPENED = "case_opened"
    ADVICE_GIVEN = "advice_given"
    SIGNPOSTED = "signposted"
    HANDED_OVER = "handed_over"
    DUPLICATE = "duplicate"
    NOT_SUITABLE = "not_suitable"


class NotSuitableReason(StrEnum):
    """Why a signal was not for us."""

    OUTSIDE_AREA = "outside_area"
    UNDER_18 = "under_18"
    OTHER_PROBLEM = "other_problem"
    TOO_LITTLE = "too_little"


class ReporterStatus(StrEnum):
    """What a signal's reporter sees of its state."""

    RECEIVED = "received"
    PICKED_UP = "picked_up"
    QUESTION_FOR_YOU = "question_for_you"
    FINISHED = "finished"
    NOT_PICKED_UP = "not_picked_up"
    WITHDRAWN = "withdrawn"


class FeedbackLine(StrEnum):
    """The closed list of lines that may go with an ending."""

    THANKS = "thanks"
    KEEP_TALKING = "keep_talking"
    CALL_US = "call_us"
    IN_CONTACT = "in_contact"


class NoFeedback(StrEnum):
    """Why a reporter is told nothing after a case."""

    REPORTER_LEFT = "reporter_left"
    SIGNAL_ERASED = "signal_erased"
    NO_REPORTER = "no_reporter"
    KNOWS_ALREADY = "knows_already"


class Request(StrEnum):
    """What the reporter asks of us."""

    CONTACT = "contact"
    ADVICE = "advice"
    NONE = "none"


class ContactAnswer(StrEnum):
    """Whether the resident agreed to be contacted."""

    YES_DETAILS = "yes_details"
    CARD = "card"
    NO = "no"
    NOT_ASKED = "not_asked"


class CaseState(StrEnum):
    """Where a case stands."""

    OPENED = "opened"
    CONTACTING = "contacting"
    IN_CONVERSATION = "in_conversation"
    SUPPORTED = "supported"
    AFTERCARE = "aftercare"
    CLOSED = "closed"


class CaseOutcome(StrEnum):
    """How a closed case ended."""

    LINKED_AND_STARTED = "linked_and_started"
    LINKED_NOT_STARTED = "linked_not_started"
    OWN_STRENGTH = "own_strength"
    INFORMATION_ONLY = "information_only"
    REFERRED_TO_CARE = "referred_to_care"
    DECLINED = "declined"
    NOT_REACHED = "not_reached"
    MOVED = "moved"
    DECEASED = "deceased"
    DUPLICATE = "duplicate"


class PauseReason(StrEnum):
    """Why a case's clocks are silent for a while."""

    HOSPITAL = "hospital"
    AWAY = "away"
    ASKED_FOR_REST = "asked_for_rest"
    WAITING_LIST = "waiting_list"


class Channel(StrEnum):
    """By which way contact was tried."""

    PHONE = "phone"
    VISIT = "visit"
    LETTER = "letter"
    EMAIL = "email"
    TEXT_MESSAGE = "text_message"
    THROUGH_REPORTER = "through_reporter"


class AttemptResult(StrEnum):
    """What came of a contact attempt."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    MESSAGE_LEFT = "message_left"
    WRONG_DETAILS = "wrong_details"
    APPOINTMENT = "appointment"
    DECLINED = "declined"


class ConsentScope(StrEnum):
    """What a consent is for."""

    CONTACT = "contact"
    SHARE_WITH_INITIATIVE = "share_with_initiative"
    TELL_REPORTER = "tell_reporter"
    MEASURE = "measure"


class ConsentWay(StrEnum):
    """How a consent was given."""

    SPOKEN_TO_WORKER = "spoken_to_worker"
    SPOKEN_TO_COORDINATOR = "spoken_to_coordinator"
    OWN_PAGE = "own_page"
    WRITTEN = "written"


class Right(StrEnum):
    """What a resident may ask about what is kept: GDPR articles 15 to 18, 20 and 21."""

    ACCESS = "access"
    CORRECTION = "correction"
    RESTRICTION = "restriction"
    OBJECTION = "objection"
    ERASURE = "erasure"
    PORTABILITY = "portability"


class RightAnswer(StrEnum):
    """What became of such a request."""

    GRANTED = "granted"
    REFUSED = "refused"
    EXTENDED = "extended"


class InformedWay(StrEnum):
    """How a resident heard what is kept and which rights there are."""

    SPOKEN = "spoken"
    LETTER = "letter"
    OWN_PAGE = "own_page"


class ReferralState(StrEnum):
    """Where a referral stands."""

    PROPOSED = "proposed"
    CONSENTED = "consented"
    SENT = "sent"
    ACCEPTED = "accepted"
    WAITING_LIST = "waiting_list"
    STARTED = "started"
    COMPLETED = "completed"
    DECLINED = "declined"
    NOT_STARTED = "not_started"
    STOPPED = "stopped"
    EXPIRED = "expired"
    REVOKED = "revoked"


class Attendance(StrEnum):
    """Steps of taking part, after a referral started."""

    ACCOMPANIED = "accompanied"
    FIRST = "first"
    THIRD = "third"
    STILL = "still"


class DeclineReason(StrEnum):
    """Why an initiative declined a referral."""

    FULL = "full"
    NOT_SUITABLE = "not_suitable"
    STOPPED_EXISTING = "stopped_existing"
    OTHER = "other"


class StopReason(StrEnum):
    """Why somebody stopped taking part, or never began."""

    DID_NOT_LIKE = "did_not_like"
    HEALTH = "health"
    TRANSPORT = "transport"
    COST = "cost"
    LANGUAGE = "language"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    GOAL_REACHED = "goal_reached"
    OTHER = "other"


class ChangeClass(StrEnum):
    """What a repeated measure showed."""

    LESS = "less"
    SAME = "same"
    MORE = "more"
    NOT_MEASURED = "not_measured"


class StatisticsEvent(StrEnum):
    """What is counted."""

    REGISTERED = "registered"
    PICKED_UP = "picked_up"
    FIRST_CONTACT = "first_contact"
    REFERRED = "referred"
    ATTENDED_FIRST = "attended_first"
    ATTENDED_THIRD = "attended_third"
    STILL_ATTENDING = "still_attending"
    CLOSED = "closed"
    MEASURED = "measured"
