"""Rows of the room api."""
