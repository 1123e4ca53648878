"""Key groups, grants and holders."""
