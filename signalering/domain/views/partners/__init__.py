"""Views of the room partners."""
