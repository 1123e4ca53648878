"""Views of the room keys."""
