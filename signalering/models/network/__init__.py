"""What goes out: mail that waits to be sent."""
