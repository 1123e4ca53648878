"""Views of the room api."""
