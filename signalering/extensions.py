"""One instance of each extension; create_app() gives them their application."""

from typing import Any

from flask import Flask
from flask_babel import Babel
from flask_login import LoginManager
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import Engine

from signalering.models.database import open_engine
from signalering.models.tables import METADATA


class Databases(SQLAlchemy):
    """Two engines, made as this application needs them. Its session is used nowhere."""

    def _make_engine(self, bind_key: str | None, options: dict[str, Any], app: Flask) -> Engine:
        del bind_key, app
        return open_engine(options["url"])


databases = Databases(metadata=METADATA[""])
databases.metadatas["keystore"] = METADATA["keystore"]
csrf = CSRFProtect()
babel = Babel()
log_in_manager = LoginManager()
