"""What a privacy officer may ask of the trail."""
