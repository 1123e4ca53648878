"""Views of the room directory."""
