"""A client process: so many threads that ask over and over; prints what each request took.

It reads an Order from its standard input. A thread has one connection, and takes the sessions that
it was given in turns: as many signals of one person a month are nobody's.
"""

import http.client
import json
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from statistics import quantiles
from threading import Barrier
from urllib.parse import urlencode, urlsplit

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
SIGNAL = {
    "indicators": "says_lonely",
    "place": "monster",
    "age_band": "75+",
    "request": "contact",
    "contact_answer": "not_asked",
    "note": "Zit veel binnen en mist de buren van vroeger.",
}
SEND, LOG_IN = "/signals/log", "/log-in"
# The cookie by which a browser is known again.
BROWSER = "browser"


class Client:
    """One connection that stays open, with the cookies that it was given."""

    def __init__(self, address: str, cookies: dict[str, str] | None = None) -> None:
        parts = urlsplit(address)
        self.address = address
        self.cookies = dict(cookies or {})
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        """Status, and where one is sent or the page."""
        headers = {"Origin": self.address}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if form is not None:
            body = urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, answer.headers.get("Location") or text

    def again(self, address: str) -> "Client":
        """The same cookies at another connection, in place of this one."""
        self.close()
        return Client(address, self.cookies)

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def token(self, path: str) -> str:
        """The token against forged requests that stands in this page."""
        found = TOKEN.search(self.ask("GET", path)[1])
        if found is None:
            raise RuntimeError(f"{path} has no form")
        return found[1]


@dataclass(frozen=True)
class Order:
    """`each` requests of every client, or as many as go into so many seconds; `sessions` has a
    list of cookies for each client. `read` also reads the receipt of a signal."""

    address: str
    path: str
    clients: int
    each: int = 0
    seconds: float = 0.0
    post: dict[str, str] | None = None
    sessions: Sequence[Sequence[dict[str, str]]] = ()
    read: bool = False


@dataclass(frozen=True)
class Load:
    """What came of it."""

    seconds: float
    taken: Sequence[float] = field(repr=False)
    errors: int

    @property
    def each(self) -> float:
        """Seconds a request, all clients together."""
        return self.seconds / max(1, len(self.taken))

    @property
    def most(self) -> float:
        """What 95 in 100 stay under."""
        return quantiles(self.taken, n=20)[-1] if len(self.taken) > 1 else self.seconds


def loaded(order: Order) -> Load:
    """Carry it out, in a process of its own."""
    return begun(order)()


def begun(order: Order) -> Callable[[], Load]:
    """Begin it in a process of its own; what is given waits for its end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.load"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def end(text: str | None = json.dumps(asdict(order))) -> Load:
        told, _ = process.communicate(text)
        if process.returncode:
            raise RuntimeError(f"the load of {order.path} broke off")
        return Load(**json.loads(told))

    if order.seconds and process.stdin is not None:
        # It runs from now on; the answer is fetched later.
        process.stdin.write(json.dumps(asdict(order)))
        process.stdin.close()
        process.stdin = None
        return lambda: end(None)
    return end


def main(order: Order) -> None:
    """Ask from so many threads at once."""
    ready = Barrier(order.clients + 1)
    errors: list[str] = []

    def asker(number: int) -> list[float]:
        try:
            act = _act(order, number)
        except BaseException:
            ready.abort()
            raise
        ready.wait()
        until = time.perf_counter() + order.seconds if order.seconds else None
        taken: list[float] = []
        while len(taken) < order.each or (until and time.perf_counter() < until):
            started = time.perf_counter()
            try:
                act()
            except (RuntimeError, OSError, http.client.HTTPException) as error:
                errors.append(str(error))
            taken.append(time.perf_counter() - started)
        return taken

    with ThreadPoolExecutor(order.clients) as pool:
        asked = [pool.submit(asker, number) for number in range(order.clients)]
        ready.wait()
        began = time.perf_counter()
        taken = [one for many in asked for one in many.result()]
    for text in sorted(set(errors))[:3]:
        sys.stderr.write(f"{text}\n")
    load = Load(time.perf_counter() - began, sorted(taken), len(errors))
    sys.stdout.write(json.dumps(asdict(load)))


def _act(order: Order, number: int) -> Callable[[], None]:
    if order.post is not None and order.path == SEND:
        return _signals(order, number)
    if order.post is not None and order.path == LOG_IN:
        return _log_ins(order, number)
    return _asks(order, number)


def _asks(order: Order, number: int) -> Callable[[], None]:
    client = Client(order.address, order.sessions[number][0] if order.sessions else None)
    method = "GET" if order.post is None else "POST"

    def ask() -> None:
        status, _ = client.ask(method, order.path, order.post)
        if status != 200:
            raise RuntimeError(f"{order.path}: {status}")

    return ask


def _log_ins(order: Order, number: int) -> Callable[[], None]:
    """Somebody at the own browser, known from the first time on; `post` has a list of addresses.

    Strangers would be kept waiting after so many a minute, and then cost nothing.
    """
    form = dict(order.post or {})
    form["email"] = form["email"].split(",")[number]

    known: dict[str, str] = {}

    def log_in() -> None:
        client = Client(order.address, known)
        status, _ = client.ask("POST", LOG_IN, form | {"csrf_token": client.token(LOG_IN)})
        client.close()
        if status != 302:
            raise RuntimeError(f"{LOG_IN}: {status}")
        known[BROWSER] = client.cookies[BROWSER]

    return log_in


def _signals(order: Order, number: int) -> Callable[[], None]:
    """Whole signals, each until its receipt is given; a session that opened the form before."""
    client = Client(order.address)
    people: list[tuple[dict[str, str], str]] = []
    for cookies in order.sessions[number]:
        client.cookies = dict(cookies)
        people.append((client.cookies, client.token(SEND)))
    sent = 0

    def send() -> None:
        nonlocal sent
        client.cookies, csrf = people[sent % len(people)]
        sent += 1
        form = SIGNAL | {"csrf_token": csrf, "token": secrets.token_urlsafe(24)}
        status, place = client.ask("POST", SEND, form)
        if status != 302 or not place.endswith("/receipt"):
            raise RuntimeError(f"{SEND}: {status}, no receipt")
        if order.read:
            status, _ = client.ask("GET", urlsplit(place).path)
            if status != 200:
                raise RuntimeError(f"receipt: {status}")

    return send


if __name__ == "__main__":
    main(Order(**json.load(sys.stdin)))
