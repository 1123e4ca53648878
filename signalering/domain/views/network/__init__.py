"""What pages about mail are given."""
