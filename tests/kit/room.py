"""Room for tests: files in memory, and a collector that comes by less often.

Every test writes databases of its own as an installation does, each commit synced to what holds
them. In memory that takes no time; nobody needs such a file a second later.
"""

import gc
import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")
# Bytes. A whole run holds some tens of megabytes at once.
ENOUGH = 512 * 1024**2


def in_memory() -> None:
    """Let pytest make its folders in memory where there is enough of it, unless told otherwise."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ENOUGH:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def keep_loaded() -> None:
    """What is loaded by now stays until the end: the collector need not look at it time and again.

    Tests make many objects and few rings of them, so it comes by once in ten times.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(7_000, 20, 20)
