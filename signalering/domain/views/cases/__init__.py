"""Views of the room cases."""
