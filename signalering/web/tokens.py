"""One-time tokens in an address: 43 signs, so that anything else is no address at all."""

from werkzeug.routing import BaseConverter


class TokenConverter(BaseConverter):
    """256 bits in base64 for addresses."""

    regex = r"[A-Za-z0-9_-]{43}"
