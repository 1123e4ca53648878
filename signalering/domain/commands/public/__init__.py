"""What a resident asks with a card."""
