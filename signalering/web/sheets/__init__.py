"""Released figures as files: one grid of cells, and a writer for each form."""
