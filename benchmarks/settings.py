"""What is asked of a run: `--long` adds what takes more than the ten minutes of a usual one."""

import sys

LONG = "--long" in sys.argv
