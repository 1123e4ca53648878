"""Which number of a row a page carries: the one that its reader saw.

A form that comes back with errors shows the row as it is by now, but its reader looked at what was
typed. So it keeps the number of the page that was sent, and what a colleague did meanwhile is still
noticed. Only a page that says that somebody was first carries the newest.
"""

from flask import Flask, g, request


def install(app: Flask) -> None:
    """Let the macro of the hidden field ask."""
    app.jinja_env.globals["seen_version"] = seen_version


def overtaken() -> None:
    """This answer tells that somebody was first, so its reader knows how the row stands now."""
    g.overtaken = True


def seen_version(newest: int) -> int | str:
    """The number to send along: what was sent, or `newest`."""
    sent = request.form.get("version") if request.method == "POST" else None
    return newest if sent is None or g.get("overtaken", False) else sent
