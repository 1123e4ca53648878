"""What a program proves itself with: a word in the Authorization header (RFC 6750, 2.1)."""

from flask import Response, request
from flask_babel import gettext

from signalering.domain.texts import text_of
from signalering.web.problems import problem

LONGEST = 200


def sent_word() -> str:
    """The key or token as it was sent; nothing for none, and for what can't be one."""
    scheme, _, word = request.headers.get("Authorization", "").partition(" ")
    word = word.strip()
    fits = word.isascii() and word.isprintable() and len(word) <= LONGEST
    return word if scheme.lower() == "bearer" and fits else ""


def shut(realm: str, code: str, status: int = 401, **said: str) -> Response:
    """The refusal, with what is to be brought (RFC 6750, 3)."""
    answer = problem(status, gettext(text_of(code)))
    parts = [f'Bearer realm="{realm}"', *(f'{name}="{value}"' for name, value in said.items())]
    answer.headers["WWW-Authenticate"] = ", ".join(parts)
    return answer
