"""The demonstration as `signalering run --demo` makes and serves it, in a process of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import translation
from pathlib import Path

from kit.serving import Place
from kit.talk import Talk, free_port, wait_until_served

FILE = "demo-logins.txt"
# Seconds; far more than it takes, for machines that do other things meanwhile.
PATIENCE = 180.0
CATALOGUES = Path(__file__).resolve().parents[2] / "signalering" / "translations"


@dataclass(frozen=True)
class Demonstration(Place):
    """Where it is served, and its log-ins by hat."""

    address: str
    log_ins: dict[str, tuple[str, str]]

    def log_in_of(self, key: str) -> tuple[str, str]:
        """Of the one who wears this hat."""
        return self.log_ins[key]

    def text(self, words: str, language: str) -> str:
        """From the catalogues that the program was installed with."""
        found = translation("messages", CATALOGUES, [language], fallback=language == "nl")
        return found.gettext(words)


@contextmanager
def demonstration(instance: Path) -> Iterator[Demonstration]:
    """Make it in this folder, and serve it until the block ends; it must end well."""
    port = free_port()
    with Talk(instance, "run", "--demo", "--port", str(port)) as talk:
        talk.wait_for(f"http://localhost:{port}", PATIENCE)
        wait_until_served(port)
        yield Demonstration(f"http://localhost:{port}", _log_ins(instance / FILE))
        assert talk.stop() == 0


def _log_ins(file: Path) -> dict[str, tuple[str, str]]:
    found = {}
    for line in file.read_text("utf-8").splitlines():
        hat, _, rest = line.strip().partition(" ")
        address, _, passphrase = rest.strip().partition(" ")
        if "@" in address:
            found[hat] = address, passphrase.strip()
    return found
