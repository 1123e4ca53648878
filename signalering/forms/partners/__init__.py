"""Forms about partner organisations."""
