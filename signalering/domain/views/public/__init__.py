"""What a card shows."""
