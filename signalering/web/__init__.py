"""About the web, not about loneliness: sessions, guards, headers, language, faults."""
