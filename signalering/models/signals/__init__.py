"""Signals and the bridge to the resident."""
