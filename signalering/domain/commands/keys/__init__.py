"""Commands of the room keys."""
