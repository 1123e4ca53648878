"""What a worker tells in a signal."""

from dataclasses import dataclass, field

from signalering.domain.consent import CONTACT_TEXT_NOW

NOTE_LIMIT = 280
LONGEST_NAME = 100
LONGEST_PHONE = 40
LONGEST_EMAIL = 254
LONGEST_ADDRESS = 200
LONGEST_MOMENT = 100


@dataclass(frozen=True)
class GivenContact:
    """How a resident wants to be reached, said to the worker. Never shown in a log."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    best_moment: str = field(default="", repr=False)
    text_version: str = CONTACT_TEXT_NOW

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not any((self.name, self.phone, self.email, self.address, self.best_moment))


@dataclass(frozen=True)
class LogSignal:
    """Codes of closed lists, a short note, and contact details when the resident said yes.

    `token` is random text of the form: a form that is sent twice is one signal.
    """

    token: str
    indicators: tuple[str, ...]
    place: str
    age_band: str
    request: str
    contact_answer: str
    lives_with: str = "unknown"
    duration: str = "unknown"
    loneliness: str = "unknown"
    main_wish: str = "unknown"
    further_wishes: tuple[str, ...] = ()
    talked_about: str | None = None
    note: str = field(default="", repr=False)
    card_code: str = field(default="", repr=False)
    # Keys of words in the note that are no names, as the worker says.
    no_names: tuple[str, ...] = ()
    # What the worker answered to a cue of danger in the note; nothing of it is kept.
    danger: str = ""
    danger_about: str = ""
    contact: GivenContact = field(default_factory=GivenContact)
