"""Forms of the room training."""
