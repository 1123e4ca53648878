"""Which period a page is asked for."""

from flask import request


def asked() -> str:
    """As it stands in the address; whether there is such a period the service says."""
    return request.args.get("period", "")
