"""Commands of the room cases."""
