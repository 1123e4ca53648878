"""Crawl the demonstration with wapiti: as a stranger, and with a coordinator's session.

Run `make run` first (in a copy that may be spoilt: forms are sent), then `make scan`. A finding is
printed as wapiti puts it; what was made of those of the last run stands in docs/scan.md.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import click

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
LOG_INS = Path("instance/demo-logins.txt")
# What would end the session that is being scanned, or make its owner somebody else.
LEFT_ALONE = ("/log-out", "/account/sessions", "/account/passphrase", "/hat")
MISSING = "wapiti is not here: pipx install wapiti3 (it is not locked)"


def session_of(port: int, hat: str) -> str:
    """Log in with the demonstration's passphrase of this hat; gives the header with its cookies.

    Raises StopIteration when the file of log-ins has no such hat, RuntimeError when it gets no
    session.
    """
    lines = LOG_INS.read_text(encoding="utf-8").splitlines()
    found = next(line.split() for line in lines if line.split()[:1] == [hat])
    cookies: dict[str, str] = {}
    token = TOKEN.search(_asked(port, cookies, None))
    if token is None:
        raise RuntimeError("the log-in page has no token")
    form = {"csrf_token": token[1], "email": found[1], "passphrase": " ".join(found[2:])}
    _asked(port, cookies, urlencode(form))
    if "session-key" not in cookies:
        raise RuntimeError("no session: is the demonstration the one of this folder?")
    return _header(cookies)


def scan(port: int, seconds: int, header: str | None) -> int:
    """Let wapiti crawl and attack; prints its findings by kind and gives how many there are."""
    wapiti = shutil.which("wapiti")
    if wapiti is None:
        raise RuntimeError(MISSING)
    base = f"http://localhost:{port}"
    attack = max(20, seconds // 8)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [wapiti, "-u", f"{base}/", "--scope", "domain", "--flush-session"]
        command += ["--max-scan-time", str(seconds), "--max-attack-time", str(attack)]
        command += ["--max-links-per-page", "60", "--max-files-per-dir", "40", "--no-bugreport"]
        command += ["-v", "0", "-f", "json", "-o", str(report), "--store-session", folder]
        for path in LEFT_ALONE:
            command += ["-x", f"{base}{path}*"]
        command += ["-H", header] if header else []
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        told = json.loads(report.read_text(encoding="utf-8"))
    count = 0
    for part in ("vulnerabilities", "anomalies"):
        for kind, items in told[part].items():
            for item in items:
                count += 1
                click.echo(f"{kind}: {item['method']} {item['path']} {item['info']}")
    click.echo(f"{told['infos'].get('crawled_pages_nbr', '?')} pages, {count} findings")
    return count


def _asked(port: int, cookies: dict[str, str], form: str | None) -> str:
    """The log-in page, or what it answers to this form; keeps the cookies that come along."""
    name, _, value = _header(cookies).partition(": ")
    headers = {name: value, "Origin": f"http://localhost:{port}"}
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection = HTTPConnection("localhost", port, timeout=30)
    try:
        connection.request("POST" if form else "GET", "/log-in", form, headers)
        answer = connection.getresponse()
        for given in answer.headers.get_all("Set-Cookie", []):
            cookies.update((key, morsel.value) for key, morsel in SimpleCookie(given).items())
        return answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def _header(cookies: dict[str, str]) -> str:
    return "Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items())


def main() -> None:
    """`python -m benchmarks.scan 8000 300`: the port, and seconds for each of the two rounds."""
    port, seconds = int(sys.argv[1]), int(sys.argv[2])
    try:
        # With a session first: who knocks as a stranger soon has to wait for the log-in.
        click.echo("as a coordinator")
        found = scan(port, seconds, session_of(port, "coordinator"))
        click.echo("as a stranger")
        found += scan(port, seconds, None)
    except (RuntimeError, OSError) as error:
        sys.exit(str(error))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
