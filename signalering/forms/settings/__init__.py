"""Forms about settings."""
