"""Commands of the room settings."""
