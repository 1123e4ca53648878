"""What goes out: mail that waits, is sent, or could not be sent."""
