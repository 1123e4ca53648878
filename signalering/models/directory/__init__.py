"""Local offers."""
