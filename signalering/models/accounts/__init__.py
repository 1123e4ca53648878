"""People who log in, and their sessions."""
