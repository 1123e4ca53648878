"""What this is and for whom."""

from flask import Blueprint, render_template


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/", "home", show)


def show() -> str:
    """What this is and for whom."""
    return render_template("public/home.html")
