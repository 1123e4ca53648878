"""Addresses of open data, as its answers name them."""

from typing import Any

from flask import url_for

from signalering.services.work import Work


def address(work: Work, task: str, **values: Any) -> str:
    """The whole address of a task, under the name that the installation has outside."""
    path = url_for(f"statistics.{task}", **values)
    return work.settings.public_url.rstrip("/") + path


def source(work: Work) -> str:
    """Whose figures they are."""
    return f"Signalering, {work.settings.installation_name}"
