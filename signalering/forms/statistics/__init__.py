"""Forms about figures."""
