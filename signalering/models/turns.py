"""Who writes to a SQLite file next.

SQLite lets a writer that comes second sleep and look again, longer each time: with many at once
some wait very long while others go before them. So the threads of a process take turns by a lock,
and processes by a lock on a file beside the database, at which the system itself wakes who waits.
It is a courtesy alone: SQLite's own lock is what keeps two from writing at once.
"""

import fcntl
import os
from threading import Lock


class Turns:
    """The turns at one database, for all threads of this process."""

    def __init__(self, database: str | None) -> None:
        self._file = f"{database}-turn" if database and database != ":memory:" else None
        self._lock = Lock()
        self._own: tuple[int, int] | None = None

    def take(self, patience: float) -> bool:
        """Wait for a turn; False when none of this process came within so many seconds, or when the

        file beside the database can't be locked: then SQLite alone decides.
        """
        if not self._lock.acquire(timeout=patience):
            return False
        if self._file is not None:
            try:
                fcntl.flock(self._descriptor(self._file), fcntl.LOCK_EX)
            except OSError:
                # A courtesy that can't be done (a full disk, a file system without locks).
                self._lock.release()
                return False
        return True

    def give_back(self) -> None:
        """Let the next one write."""
        if self._own is not None:
            fcntl.flock(self._own[1], fcntl.LOCK_UN)
        self._lock.release()

    def _descriptor(self, file: str) -> int:
        """Opened by this very process: one from before a fork would share its lock."""
        if self._own is None or self._own[0] != os.getpid():
            self._own = (os.getpid(), os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
        return self._own[1]
