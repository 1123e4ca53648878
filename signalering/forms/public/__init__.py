"""Forms for everybody."""
