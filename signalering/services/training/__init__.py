"""Certificates of those who log signals."""
