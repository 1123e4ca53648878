"""The floor: bare Flask and SQLAlchemy routes that insert one row and commit, and list 50 rows.

Served as the program is: the same server with as many workers, on the same database.
"""

import os

from flask import Flask, render_template_string, request
from sqlalchemy import String, insert, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from signalering.extensions import Databases

DATABASE = "FLOOR_DATABASE"
SHOWN = 50
LISTED = 1_000
LIST = "<ul>{% for line in lines %}<li>{{ line.id }}: {{ line.text }}</li>{% endfor %}</ul>"


class Base(DeclarativeBase):
    """Of two tables."""


class Line(Base):
    """One row that is inserted."""

    __tablename__ = "line"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(280))


class Listed(Base):
    """One row that is there to be listed."""

    __tablename__ = "listed"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(280))


def create_app() -> Flask:
    """What the server loads."""
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ[DATABASE]
    database = Databases(metadata=Base.metadata)
    database.init_app(app)
    with app.app_context():
        database.create_all()
        rows = [{"text": f"Line {number} of a list."} for number in range(LISTED)]
        with database.engine.begin() as connection:
            connection.execute(insert(Listed), rows)
        database.engine.dispose()

    @app.get("/")
    def ready() -> str:
        return "ready"

    @app.post("/insert")
    def insert_one() -> str:
        database.session.add(Line(text=request.form["text"]))
        database.session.commit()
        return "kept"

    @app.get("/list")
    def list_some() -> str:
        query = select(Listed).order_by(Listed.id).limit(SHOWN)
        return render_template_string(LIST, lines=database.session.scalars(query).all())

    return app
