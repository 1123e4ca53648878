"""What a person asks for: frozen commands, one module per room and task."""
