"""Commands of the room statistics."""
