"""Views of the room settings."""
