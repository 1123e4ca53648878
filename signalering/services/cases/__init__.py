"""Sealed follow-up of a resident."""
