"""The audit trail: written by every verb, read by privacy officers."""
