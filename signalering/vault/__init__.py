"""Keys and seals: pure functions over bytes, without database, clock or input and output."""
