"""First values of every period; domain/setting_list.py says between what each can be chosen.

The unit stands in each name.
"""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Periods:
    """How long things may take. Working days are those of `deadlines.Calendar`."""

    triage_working_days: int = 2
    # So much later an administrator hears how many signals wait.
    triage_late_working_days: int = 2
    cover_weeks_at_most: int = 12
    cover_ahead_days: int = 366
    first_attempt_working_days: int = 5
    question_working_days: int = 10
    question_reminder_working_days: int = 5
    feedback_working_days: int = 10
    card_days: int = 60
    printed_card_months: int = 24
    desk_card_months: int = 2
    contact_warning_days: tuple[int, ...] = (5, 15, 25)
    referral_answer_days: int = 14
    receiver_link_months: int = 6
    follow_up_weeks: tuple[int, ...] = (2, 6)
    measure_months: tuple[int, ...] = (3, 6)
    pause_weeks_at_most: int = 8
    task_months_ahead: int = 12
    contact_tries: int = 3
    contact_channels: int = 2
    contact_working_days: int = 15
    training_months: int = 24
    training_grace_days: int = 60
    # Before its end; one more reminder goes on the day after.
    training_reminder_days: tuple[int, ...] = (60, 14)
    half_course_months: int = 12
    training_request_months: int = 12
    similar_weeks: int = 4
    offer_ask_months: int = 5
    offer_ask_again_days: int = 14
    offer_link_days: int = 30
    # After the day of a meeting: how long its links work, and an address for its news is kept.
    meeting_link_months: int = 6
    meeting_contact_days: int = 31

    @property
    def training_grace(self) -> timedelta:
        """For how long a lapsed certificate still opens the form, with a warning."""
        return timedelta(days=self.training_grace_days)
