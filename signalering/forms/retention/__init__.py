"""Forms about how long things are kept."""
