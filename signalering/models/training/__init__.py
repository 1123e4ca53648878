"""Training of those who log signals."""
