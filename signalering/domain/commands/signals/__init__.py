"""Commands of the room signals."""
