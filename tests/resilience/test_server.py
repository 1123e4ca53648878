"""The server bears who is slow, who sends too much, and being stopped at a bad moment."""

import os
import re
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from kit.real import Installation, Person, installed
from kit.town import PASSPHRASE

SLOW = 100
HEADERS = b"GET /help HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
BODY = b"POST /log-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\nemail="


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Installation]:
    with installed(tmp_path) as made:
        yield made


def connection(site: Installation) -> socket.socket:
    made = socket.create_connection(("127.0.0.1", urlsplit(site.address).port or 0), timeout=20)
    made.settimeout(20)
    return made


def answer(line: socket.socket) -> bytes:
    """All that comes back until the server closes, or says that it is whole."""
    said = b""
    while True:
        piece = line.recv(65536)
        said += piece
        head, _, body = said.partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        if not piece or (length and len(body) >= int(length[1])):
            return said


def log_in_request(site: Installation) -> bytes:
    person = Person(site)
    form = {"email": site.town.people["worker"].email, "passphrase": PASSPHRASE}
    body = urlencode(form | {"csrf_token": person.token()}).encode()
    cookies = "; ".join(f"{one.name}={one.value}" for one in person.cookies())
    head = (
        f"POST /log-in HTTP/1.1\r\nHost: {urlsplit(site.address).netloc}\r\nCookie: {cookies}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def test_who_is_slow_keeps_nobody_waiting(site: Installation) -> None:
    """Two hundred of them are twelve times as many as there are threads."""
    with ExitStack() as stack:
        for start in (HEADERS, BODY):
            for _ in range(SLOW):
                line = stack.enter_context(connection(site))
                line.sendall(start)
        person = Person(site)
        person.log_in("worker")
        assert "Signaal" in person.get("/signals/log").text


def test_what_is_under_way_is_answered_before_it_stops(site: Installation) -> None:
    """A form that is half sent when the server is told to stop is still taken and answered."""
    request = log_in_request(site)
    with connection(site) as line:
        line.sendall(request[:-20])
        time.sleep(0.5)  # the worker has it in hand
        site.server.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        line.sendall(request[-20:])
        assert answer(line).startswith(b"HTTP/1.1 302")
    assert site.server.wait(20) == 0


def test_a_killed_worker_is_replaced_and_the_other_serves_on(site: Installation) -> None:
    before = site.workers()
    os.kill(min(before), signal.SIGKILL)
    Person(site).log_in("worker")
    end = time.monotonic() + 20
    while len(now := site.workers()) < len(before) or min(before) in now:
        assert time.monotonic() < end
        time.sleep(0.1)


def test_too_much_is_refused_and_nothing_of_a_request_lies_in_a_file(site: Installation) -> None:
    mark = b"Een-woord-dat-nergens-mag-liggen"
    for size in (600_000, 3_000_000):
        body = mark + b"a" * size
        head = f"POST /log-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
        with connection(site) as line:
            try:
                line.sendall(head.encode() + body)
            except (BrokenPipeError, ConnectionResetError):
                assert size > 1_000_000, "what the program itself refuses is read whole"
            else:
                assert b" 413 " in answer(line).partition(b"\r\n")[0]
    with connection(site) as line:
        line.sendall(b"POST /log-in HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n" + mark)
        time.sleep(0.5)
        open_files = [
            str(path.readlink())
            for pid in site.workers()
            for path in Path(f"/proc/{pid}/fd").iterdir()
            if path.is_symlink()
        ]
        assert not [path for path in open_files if "(deleted)" in path and "wgunicorn" not in path]
    assert not any(mark in content for content in site.files().values())
    assert "Traceback" not in site.log.read_text()
