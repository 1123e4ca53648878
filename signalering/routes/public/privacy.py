"""What happens with data."""

from flask import Blueprint, render_template


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/privacy-statement", "privacy", show)


def show() -> str:
    """What happens with data."""
    return render_template("public/privacy.html")
