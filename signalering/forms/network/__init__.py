"""Forms about what goes out."""
