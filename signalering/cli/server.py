"""gunicorn's settings. The server is chosen and sized in one place."""

import os
import shutil
from typing import Any

import click
from prometheus_client.multiprocess import mark_process_dead

from signalering.config import demo_log_ins, load_settings

workers = 2
worker_class = "signalering.cli.buffered.BufferedWorker"
threads = 8
graceful_timeout = 30
preload_app = True
loglevel = "warning"


# Where figures about the machine are served, and where processes add them up.
METRICS, FOLDER = "SIGNALERING_METRICS", "PROMETHEUS_MULTIPROC_DIR"


def child_exit(server: Any, worker: Any) -> None:
    """A worker's counts stay; what it had at hand at this moment goes with it."""
    del server
    if os.environ.get(FOLDER):
        mark_process_dead(worker.pid)


def on_exit(server: Any) -> None:
    """The counts go with the server."""
    del server
    if os.environ.get(FOLDER):
        shutil.rmtree(os.environ[FOLDER], ignore_errors=True)


def when_ready(server: Any) -> None:
    """Say where it is served, once it is; a demonstration tells its log-ins too."""
    settings = load_settings()
    host, port = server.LISTENERS[0].sock.getsockname()[:2]
    if settings.demonstration:
        click.echo(demo_log_ins(settings.instance).read_text("utf-8"))
        click.echo(f"http://localhost:{port}")
    else:
        click.echo(f"Serving {settings.installation_name} on {host}:{port}.")
