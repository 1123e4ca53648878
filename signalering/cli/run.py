"""Serve."""

import os
import sys
from importlib import import_module
from ipaddress import ip_address
from pathlib import Path
from tempfile import mkdtemp

import click

from signalering.cli.server import FOLDER, METRICS
from signalering.config import (
    PREFIX,
    demo_log_ins,
    instance_folder,
    load_settings,
    settings_file,
)

CONFIG, APP = "python:signalering.cli.server", "signalering.cli.wsgi:application"


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--trust-proxy",
    type=click.IntRange(0, 9),
    help="How many proxies of yours stand in front and add to X-Forwarded-For; else PROXIES.",
)
@click.option("--metrics", default="", help="127.0.0.1:PORT for figures about the machine.")
@click.option("--demo", is_flag=True, help="Make and serve the demonstration.")
def run(host: str, port: int, *, trust_proxy: int | None, metrics: str, demo: bool) -> None:
    """Check the installation, then serve it with gunicorn."""
    if metrics and not _is_loopback(metrics.rpartition(":")[0].strip("[]")):
        raise click.BadParameter(
            "figures about the machine go in clear, so on loopback only: 127.0.0.1:9100. "
            "For a Prometheus elsewhere, let the proxy do https.",
            param_hint="--metrics",
        )
    if metrics.rpartition(":")[2] == str(port):
        # The server tells its two doors apart by their ports.
        raise click.BadParameter("figures need a port of their own", param_hint="--metrics")
    if demo and not settings_file(instance_folder()).exists():
        # Loaded only the first time: the player needs the whole house.
        import_module("signalering.demo.play").play(instance_folder(), click.echo)
    settings = load_settings()
    if demo and not settings.demonstration:
        raise click.ClickException(
            f"{settings.instance} holds a real installation; the demonstration leaves it alone. "
            "Serve it with `signalering run`."
        )
    if settings.demonstration and not _is_loopback(host):
        raise click.ClickException(
            f"This is a demonstration ({demo_log_ins(settings.instance)} exists): it is served "
            "on loopback only. A real installation is made by `signalering setup`."
        )
    if settings.demonstration:
        # The links of its mail, and passkeys, need the port at which it is served this time.
        os.environ.setdefault(f"{PREFIX}PUBLIC_URL", f"http://localhost:{port}")
    if trust_proxy is not None:
        os.environ[f"{PREFIX}PROXIES"] = str(trust_proxy)
    elif settings.secure and not settings.proxies:
        click.echo(
            "Browsers come by https, so a proxy stands in front; every visitor seems to come from "
            "its address. Serve with --trust-proxy 1, or set PROXIES.",
            err=True,
        )
    if metrics:
        # Counts of all processes, added up by way of files; the server clears them away.
        os.environ[METRICS] = metrics
        os.environ[FOLDER] = mkdtemp(prefix="signalering-counts-")
    # The server checks databases and secrets before it serves; loading them here would cost as
    # long again.
    gunicorn = Path(sys.executable).with_name("gunicorn")
    where = [word for one in (f"{host}:{port}", metrics) if one for word in ("--bind", one)]
    os.execv(gunicorn, [str(gunicorn), "--config", CONFIG, "--no-control-socket", *where, APP])


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
