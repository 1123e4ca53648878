"""Waiting facts move to the counted ones: by the first coordinator to unlock in a new month."""

from signalering.services.work import Work


def move_waiting(work: Work) -> int:
    """Move what waits, once a month; gives how many moved."""
    del work
    return 0
