"""Commands of the room audit."""
