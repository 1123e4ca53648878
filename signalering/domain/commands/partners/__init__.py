"""Commands of the room partners."""
