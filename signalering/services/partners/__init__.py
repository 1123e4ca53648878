"""Organisations of the coalition."""
