"""The `signalering` command, one file per group."""
