"""Signalering: signals of loneliness, sealed follow-up, safe figures."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from signalering.config import Settings
    from signalering.domain.clock import Clock

LARGEST_BODY = 256 * 1024


def create_app(settings: "Settings", clock: "Clock | None" = None) -> "Flask":
    """The web application of one installation."""
    # Imported here, so that a rule or a command doesn't load the whole web with its package.
    from flask import Flask

    from signalering import routes
    from signalering.domain.clock import SystemClock
    from signalering.extensions import babel, csrf, databases, log_in_manager
    from signalering.services.audit.writer import AuditWriter
    from signalering.services.work import House
    from signalering.web import (
        assets,
        bodies,
        compact,
        cookies,
        drafts,
        faults,
        files,
        guard,
        headers,
        language,
        logs,
        look,
        packs,
        paths,
        presenting,
        seen,
        tracing,
    )
    from signalering.web.visitor import current_visitor

    app = Flask(__name__, static_folder=None)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_BINDS={"keystore": settings.keystore_url},
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=LARGEST_BODY,
        MAX_FORM_PARTS=500,
        WTF_CSRF_CHECK_DEFAULT=False,  # the guard asks for it, in its own order
        WTF_CSRF_TIME_LIMIT=8 * 3600,
        TRUSTED_HOSTS=paths.trusted_hosts(settings),
        BABEL_DEFAULT_TIMEZONE="Europe/Amsterdam",
        **cookies.flask_cookie_settings(settings),
    )
    logs.install()
    databases.init_app(app)
    csrf.init_app(app)
    babel.init_app(app, default_locale="nl", locale_selector=language.language)
    log_in_manager.init_app(app)
    log_in_manager.session_protection = None
    log_in_manager.request_loader(lambda _request: current_visitor())
    with app.app_context():
        engines = databases.engines
        writer = AuditWriter()
        house = House(engines[None], engines["keystore"], settings, clock or SystemClock(), writer)
        app.extensions["signalering"] = house
    parts = (
        bodies,
        guard,
        headers,
        language,
        compact,
        presenting,
        look,
        seen,
        drafts,
        files,
        packs,
        faults,
    )
    for part in (tracing, *parts, assets, routes):
        part.install(app)
    return app
