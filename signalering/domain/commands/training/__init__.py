"""Commands of the room training."""
