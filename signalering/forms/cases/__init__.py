"""Forms of the room cases."""
