"""How long things are kept: backups, their return, and erasure that they don't undo."""
