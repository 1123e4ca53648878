"""Accounts: invited, logged in, listed."""
