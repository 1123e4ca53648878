"""What a resident does with a card; nobody is logged in."""
