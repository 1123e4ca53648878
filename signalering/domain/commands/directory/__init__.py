"""Commands of the room directory."""
