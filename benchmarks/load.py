"""A client process: so many threads that post a form over and over; prints seconds a request.

    python -m benchmarks.load ADDRESS PATH CLIENTS REQUESTS [EMAIL,EMAIL,... PASSPHRASE [page]]

With addresses each thread logs in as one of them, and posts whole signals until each has its
receipt; with `page` the receipt's page is read too.
"""

import http.client
import json
import re
import secrets
import sys
import time
from concurrent.futures import ThreadPoolExecutor
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


class Reporter(Client):
    """A worker who is logged in, with the form open."""

    def __init__(self, address: str, path: str, email: str, passphrase: str) -> None:
        super().__init__(address)
        form = {"csrf_token": self.token("/log-in"), "email": email, "passphrase": passphrase}
        status, _ = self.ask("POST", "/log-in", form)
        if status != 302:
            raise RuntimeError(f"log-in: {status}")
        self._csrf, self._path = self.token(path), path

    def send(self, *, page: bool) -> None:
        """One signal, until its receipt is given; with `page` that is read too."""
        form = SIGNAL | {"csrf_token": self._csrf, "token": secrets.token_urlsafe(24)}
        status, place = self.ask("POST", self._path, form)
        if status != 302 or not place.endswith("/receipt"):
            raise RuntimeError(f"{self._path}: {status}, no receipt")
        if page:
            status, _ = self.ask("GET", urlsplit(place).path)
            if status != 200:
                raise RuntimeError(f"{place}: {status}")


def main(address: str, path: str, clients: int, requests: int, *more: str) -> None:
    """Log everybody in if asked to, then post from so many threads."""
    people, page = more[0].split(",") if more else [], "page" in more[2:]
    reporters = [Reporter(address, path, email, more[1]) for email in people[:clients]]

    def one_after_another(number: int) -> list[float]:
        client = reporters[number] if reporters else Client(address)
        taken = []
        for _ in range(requests):
            started = time.perf_counter()
            if isinstance(client, Reporter):
                client.send(page=page)
            elif client.ask("POST", path, {"text": SIGNAL["note"]})[0] != 200:
                raise RuntimeError(f"{path} failed")
            taken.append(time.perf_counter() - started)
        return taken

    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        taken = [one for many in pool.map(one_after_another, range(clients)) for one in many]
    seconds = time.perf_counter() - began
    sys.stdout.write(json.dumps({"seconds": seconds, "taken": sorted(taken)}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), *sys.argv[5:])
