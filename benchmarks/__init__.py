"""What the yardsticks ask for, measured side by side in one run: `make bench`."""
