"""How long things are kept, what is about to go, what is held, and what was erased."""
