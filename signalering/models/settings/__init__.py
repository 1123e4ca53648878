"""What an administrator decided, and how the machinery fares."""
