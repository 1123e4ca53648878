"""`python -m signalering` is the `signalering` command."""

from signalering.cli import main

main()
