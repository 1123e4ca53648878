"""`python -m signalering.cli` is the `signalering` command."""

from signalering.cli.main import main

main()
