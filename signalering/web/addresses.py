"""Where a request comes from."""

from flask import request

from signalering.web.context import house


def visitor_address() -> str:
    """Where the request comes from: to slow down who guesses, never kept.

    What stands further to the front than our own proxies wrote, anybody can have made up.
    """
    proxies = house().settings.proxies
    if "X-Forwarded-For" in request.headers and 0 < proxies <= len(request.access_route):
        return request.access_route[-proxies]
    return request.remote_addr or ""
