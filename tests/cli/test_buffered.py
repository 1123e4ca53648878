"""One reading of where a message ends: what can be read in two ways is refused."""

import pytest
from flask import Flask

from signalering.cli.buffered import Request, _adjustments

HEAD = b"POST /log-in HTTP/1.1\r\nHost: signalering.test\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"


def received(message: bytes) -> Request:
    """The first request of what comes in, read as far as it goes."""
    request = Request(_adjustments(Flask(__name__)))
    while message and not request.completed:
        message = message[request.received(message) :]
    assert request.completed
    return request


@pytest.mark.parametrize(
    "rest",
    [
        CHUNKED + b"Content-Length: 4\r\n\r\n0\r\n\r\n",
        b"Content-Length: 4\r\n" + CHUNKED + b"\r\n0\r\n\r\n",
        b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        b"Content-Length: +5\r\n\r\nhello",
        b"Content-Length: -5\r\n\r\nhello",
        b"Content-Length: 0x5\r\n\r\nhello",
        b"Content-Length : 5\r\n\r\nhello",
        b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        CHUNKED + b"\r\n0x5\r\nhello\r\n0\r\n\r\n",
        CHUNKED + b"\r\n5\r\nhello!!0\r\n\r\n",
        b"X-More: a\rContent-Length: 5\r\n\r\nhello",
        b"X-More: a\nContent-Length: 5\r\n\r\nhello",
        b"X-More: a\0b\r\n\r\n",
    ],
)
def test_what_has_two_ends_or_none_is_refused(rest: bytes) -> None:
    assert received(HEAD + rest).error is not None


@pytest.mark.parametrize(
    "rest",
    [b"Content-Length: 5\r\n\r\nhello", CHUNKED + b"\r\n5\r\nhello\r\n0\r\n\r\n"],
)
def test_what_has_one_end_is_read_to_it(rest: bytes) -> None:
    request = received(HEAD + rest + b"GET / HTTP/1.1\r\n\r\n")
    assert request.error is None
    assert request.get_body_stream().read() == b"hello"
