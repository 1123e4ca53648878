"""Talk to a command of ours as a person would: read what it asks, type the answer."""

import os
import select
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import TracebackType

COMMAND = [sys.executable, "-m", "signalering.cli"]
PATIENCE = 60.0


def environment(instance: Path, **more: str) -> dict[str, str]:
    """This process's environment, with another instance folder."""
    mine = {name: value for name, value in os.environ.items() if "SIGNALERING" not in name}
    return {**mine, "SIGNALERING_INSTANCE": str(instance), "PYTHONUNBUFFERED": "1", **more}


def run(instance: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=typed,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env=environment(instance),
        check=False,
    )


class Talk:
    """A running command."""

    def __init__(self, instance: Path, *arguments: str) -> None:
        self.heard = ""
        self._at = 0
        self.process = subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment(instance),
        )

    def __enter__(self) -> "Talk":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()

    def wait_for(self, text: str, patience: float = PATIENCE) -> str:
        """Read until `text` was said; gives what came since the last time."""
        assert self.process.stdout is not None
        end = time.monotonic() + patience
        while text not in self.heard[self._at :]:
            assert time.monotonic() < end, f"never heard {text!r} in: {self.heard}"
            if select.select([self.process.stdout], [], [], 0.2)[0]:
                piece = os.read(self.process.stdout.fileno(), 65536)
                assert piece, f"ended without {text!r}: {self.heard}"
                self.heard += piece.decode()
        said = self.heard[self._at :]
        self._at = len(self.heard)
        return said

    def answer(self, question: str, answer: str) -> str:
        """Wait for a question and type the answer."""
        said = self.wait_for(question)
        assert self.process.stdin is not None
        self.process.stdin.write(f"{answer}\n".encode())
        self.process.stdin.flush()
        return said

    def ends(self) -> int:
        """Wait for the end; gives the exit code."""
        return self.process.wait(PATIENCE)

    def stop(self) -> int:
        """SIGTERM, as a service manager does; gives the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.ends()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_served(port: int) -> str:
    """The first page of a server that is starting."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                page: str = answer.read().decode()
                return page
        except OSError:
            assert time.monotonic() < end, "the server never answered"
            time.sleep(0.1)
