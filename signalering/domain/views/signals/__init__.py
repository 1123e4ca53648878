"""Views of the room signals."""
