"""Views of the room statistics."""
