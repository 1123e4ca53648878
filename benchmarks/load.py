"""A client process: so many threads that post a form over and over; prints seconds a request.

    python -m benchmarks.load ADDRESS PATH CLIENTS REQUESTS [EMAIL PASSPHRASE]

With an address to log in it logs in once, and posts whole signals, each followed to its receipt.
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
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port)

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

    def token(self, path: str) -> str:
        """The token against forged requests that stands in this page."""
        found = TOKEN.search(self.ask("GET", path)[1])
        if found is None:
            raise RuntimeError(f"{path} has no form")
        return found[1]


def main(address: str, path: str, clients: int, requests: int, *who: str) -> None:
    """Log in if asked to, then post from so many threads."""
    first = Client(address)
    token = ""
    if who:
        form = {"csrf_token": first.token("/log-in"), "email": who[0], "passphrase": who[1]}
        status, _ = first.ask("POST", "/log-in", form)
        if status != 302:
            raise RuntimeError(f"log-in: {status}")
        token = first.token(path)

    def one_after_another(_number: int) -> list[float]:
        client = Client(address, first.cookies)
        taken = []
        for _ in range(requests):
            started = time.perf_counter()
            if who:
                form = SIGNAL | {"csrf_token": token, "token": secrets.token_urlsafe(24)}
                status, place = client.ask("POST", path, form)
                if status == 302:
                    status, _page = client.ask("GET", urlsplit(place).path)
            else:
                status, _page = client.ask("POST", path, {"text": SIGNAL["note"]})
            if status != 200:
                raise RuntimeError(f"{path}: {status}")
            taken.append(time.perf_counter() - started)
        return taken

    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        taken = [one for many in pool.map(one_after_another, range(clients)) for one in many]
    seconds = time.perf_counter() - began
    sys.stdout.write(json.dumps({"seconds": seconds, "taken": sorted(taken)}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), *sys.argv[5:])
