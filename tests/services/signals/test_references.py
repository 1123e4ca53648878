"""A reference can be said over the phone."""

import re

from kit.signals import logged, row_of
from kit.town import Town

from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.references import new_reference

SPEAKABLE = re.compile(r"[CDFGHJKMPRTWXY34679]{4}-[CDFGHJKMPRTWXY34679]{4}")


def test_two_halves_without_look_alikes_or_vowels(file_town: Town) -> None:
    with file_town.work(writes=False) as work:
        made = [new_reference(work, model) for model in (Signal, Case) for _ in range(100)]
    assert all(
        re.fullmatch(r"[CDFGHJKMPRTWXY34679]{4}-[CDFGHJKMPRTWXY34679]{4}", one) for one in made
    )
    assert len(set(made)) == len(made)
    assert row_of(file_town, logged(file_town)).reference not in made
