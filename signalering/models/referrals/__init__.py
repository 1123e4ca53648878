"""From a case to an initiative."""
