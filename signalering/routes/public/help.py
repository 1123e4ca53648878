"""Where to get help now."""

from flask import Blueprint, render_template


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/help", "help", show)


def show() -> str:
    """Where to get help now."""
    return render_template("public/help.html")
