"""Sealed records of a follow-up."""
