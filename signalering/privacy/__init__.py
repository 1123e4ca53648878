"""The guard over free text, and figures in which nobody is found."""
