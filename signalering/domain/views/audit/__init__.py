"""Views of the room audit."""
