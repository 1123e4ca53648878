"""Forms about keys."""
