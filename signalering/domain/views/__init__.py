"""What a page is shown: frozen view objects, one module per room and task."""
