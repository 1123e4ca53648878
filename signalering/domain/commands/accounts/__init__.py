"""Commands of the room accounts."""
