"""The floor: a bare Flask and SQLAlchemy route that inserts one row and commits.

Served as the program is: the same server with as many workers, SQLite with full durability.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask, request
from kit.talk import free_port, wait_until_served
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from signalering.cli import server
from signalering.extensions import Databases

DATABASE = "FLOOR_DATABASE"


class Base(DeclarativeBase):
    """Of one table."""


class Line(Base):
    """One row."""

    __tablename__ = "line"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(280))


def create_app() -> Flask:
    """What the server loads."""
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{os.environ[DATABASE]}"
    database = Databases(metadata=Base.metadata)
    database.init_app(app)
    with app.app_context():
        database.create_all()
        database.engine.dispose()

    @app.get("/")
    def ready() -> str:
        return "ready"

    @app.post("/insert")
    def insert() -> str:
        database.session.add(Line(text=request.form["text"]))
        database.session.commit()
        return "kept"

    return app


@contextmanager
def bare() -> Iterator[str]:
    """Serve it; gives its address."""
    port = free_port()
    options = {
        "--workers": server.workers,
        "--worker-class": server.worker_class,
        "--threads": server.threads,
        "--bind": f"127.0.0.1:{port}",
        "--log-level": server.loglevel,
    }
    command = [sys.executable, "-m", "gunicorn", "--preload", "--no-control-socket"]
    command += [str(word) for option in options.items() for word in option]
    with TemporaryDirectory() as folder:
        around = {DATABASE: f"{Path(folder) / 'floor.sqlite'}", "PYTHONPATH": "tests:."}
        process = subprocess.Popen(
            [*command, "benchmarks.floor:create_app()"], env=os.environ | around
        )
        try:
            wait_until_served(port)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.wait()
