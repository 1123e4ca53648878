"""What the organisation does: small verbs on one unit of work."""
