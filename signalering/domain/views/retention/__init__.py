"""What pages and commands about retention show."""
