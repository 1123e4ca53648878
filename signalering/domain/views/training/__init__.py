"""Views of the room training."""
