"""Signalering: signals of loneliness, sealed follow-up, safe figures."""

from flask import Flask

from signalering import routes
from signalering.config import Settings
from signalering.domain.clock import Clock, SystemClock
from signalering.extensions import babel, csrf, databases, log_in_manager
from signalering.services.audit.writer import AuditWriter
from signalering.services.work import House
from signalering.web import faults, guard, headers, logs, presenting
from signalering.web.cookies import flask_cookie_settings
from signalering.web.language import language
from signalering.web.paths import trusted_hosts
from signalering.web.visitor import current_visitor

LARGEST_BODY = 256 * 1024


def create_app(settings: Settings, clock: Clock | None = None) -> Flask:
    """The web application of one installation."""
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_BINDS={"keystore": settings.keystore_url},
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=LARGEST_BODY,
        MAX_FORM_PARTS=500,
        WTF_CSRF_CHECK_DEFAULT=False,  # the guard asks for it, in its own order
        WTF_CSRF_TIME_LIMIT=8 * 3600,
        TRUSTED_HOSTS=trusted_hosts(settings),
        BABEL_DEFAULT_LOCALE="nl",
        BABEL_DEFAULT_TIMEZONE="Europe/Amsterdam",
        **flask_cookie_settings(settings),
    )
    logs.install()
    databases.init_app(app)
    csrf.init_app(app)
    babel.init_app(app, locale_selector=language)
    log_in_manager.init_app(app)
    log_in_manager.session_protection = None
    log_in_manager.request_loader(lambda _request: current_visitor())
    with app.app_context():
        app.extensions["signalering"] = House(
            data=databases.engines[None],
            keystore=databases.engines["keystore"],
            settings=settings,
            clock=clock or SystemClock(),
            writer=AuditWriter(),
        )
    guard.install(app)
    headers.install(app, secure=settings.secure)
    presenting.install(app)
    faults.install(app)
    routes.install(app)
    return app
