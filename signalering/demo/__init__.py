"""The demonstration: eight made-up quarters, played through the services with a moved clock."""
