"""What can be asked about what goes out."""
