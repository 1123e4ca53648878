"""Settings and the state of the installation."""
