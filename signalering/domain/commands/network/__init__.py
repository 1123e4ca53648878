"""Commands about the coalition's network."""
