"""What the pages of the room training show."""
