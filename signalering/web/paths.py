"""Where a form may lead to afterwards: only to a page of our own."""

from urllib.parse import urlsplit


def own_path(path: str | None) -> str | None:
    """The path, if it is one of ours; anything else is nobody's wish."""
    if not path or not path.startswith("/") or path.startswith(("//", "/\\")):
        return None
    if any(ord(sign) < 32 for sign in path):
        return None
    parts = urlsplit(path)
    return path if not parts.scheme and not parts.netloc else None
