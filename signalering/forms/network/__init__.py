"""Forms about the coalition's network."""
