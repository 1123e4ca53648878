"""Where who found a weakness writes to: security.txt after RFC 9116."""

from datetime import timedelta

from flask import Blueprint, Response, abort

from signalering.web.context import house

# Less than a year ahead is what the standard asks; fresh at each request.
HOLDS = timedelta(days=90)


def register(blueprint: Blueprint) -> None:
    """Put the file on the blueprint."""
    blueprint.add_url_rule("/.well-known/security.txt", "security", security)


def security() -> Response:
    """Nothing is served where nobody is named to write to."""
    settings, now = house().settings, house().clock.now()
    if not settings.security_contact:
        abort(404)
    lines = (
        f"Contact: mailto:{settings.security_contact}",
        f"Expires: {(now + HOLDS).strftime('%Y-%m-%dT00:00:00Z')}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.public_url}/.well-known/security.txt",
    )
    return Response("\n".join(lines) + "\n", mimetype="text/plain")
