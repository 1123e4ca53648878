"""What is asked of a run: `--long` adds what takes more than the ten minutes of a usual one."""

import sys

from signalering.vault.stretching import Cost

LONG = "--long" in sys.argv
# What a passphrase costs at least in a real installation (config.py); towns of the kit take less.
FLOOR = Cost(memory_kib=65536, iterations=3)
