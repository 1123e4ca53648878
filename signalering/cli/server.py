"""gunicorn's settings. The server is chosen and sized in one place."""

from typing import Any

import click

from signalering.config import demo_log_ins, load_settings

workers = 2
worker_class = "signalering.cli.buffered.BufferedWorker"
threads = 8
graceful_timeout = 30
preload_app = True
loglevel = "warning"


def when_ready(server: Any) -> None:
    """Say where it is served, once it is; a demonstration tells its log-ins too."""
    settings = load_settings()
    host, port = server.LISTENERS[0].sock.getsockname()[:2]
    if settings.demonstration:
        click.echo(demo_log_ins(settings.instance).read_text("utf-8"))
        click.echo(f"http://localhost:{port}")
    else:
        click.echo(f"Serving {settings.installation_name} on {host}:{port}.")
