"""Set up a real installation: questions, secrets, databases, the key ceremony."""

import base64
import os
import secrets

import click

from signalering.cli.ceremony import recovery_ceremony
from signalering.cli.house import opened
from signalering.config import (
    PREFIX,
    SECRET_BYTES,
    SECRETS,
    instance_folder,
    load_settings,
    settings_file,
)
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.errors import InvalidInput
from signalering.domain.states import Hat
from signalering.domain.texts import text_of
from signalering.models import schema
from signalering.services.accounts.invite import address_of
from signalering.services.keys.set_up import newcomer, set_up
from signalering.services.work import open_work

FIRST_PEOPLE = (
    (Hat.ADMINISTRATOR, "first administrator", True),
    (Hat.COORDINATOR, "first coordinator", True),
    (Hat.COORDINATOR, "deputy coordinator, who holds the key too", False),
    (Hat.PRIVACY_OFFICER, "first privacy officer", True),
)


@click.command()
def setup() -> None:
    """Ask what must be known, make secrets and an empty installation."""
    path = settings_file(instance_folder())
    if path.exists():
        raise click.ClickException(f"{path} exists: this installation is set up already.")
    answers = {
        "INSTALLATION_NAME": click.prompt("Name of the municipality or coalition"),
        "PUBLIC_URL": click.prompt("Address at which people reach it (https://...)"),
    }
    settings_text = _settings_text(answers)
    # Refuses a bad answer before anything else is asked, and before a file is made.
    settings = load_settings(environment={**os.environ, **_as_environment(settings_text)})
    invitations: list[Invite] = []
    for first in FIRST_PEOPLE:
        person = _asked(*first, taken={one.email for one in invitations})
        invitations += [person] if person else []
    people, words = [], []
    for invitation in invitations:
        enrolled, passphrase = newcomer(settings, invitation)
        people.append(enrolled)
        words.append((invitation.email, passphrase))
    recovery_public = recovery_ceremony()
    path.parent.mkdir(parents=True, exist_ok=True)
    with opened(settings) as house:
        schema.upgrade(house.data, house.keystore)
        with open_work(house, writes=True) as work:
            set_up(work, recovery_public, people)
            # The secrets are on disk before anything is sealed that needs them.
            _write_private(path, settings_text)
            try:
                work.commit()
            except BaseException:
                path.unlink()
                raise
    click.echo("\nPassphrases, shown once. Hand each over in person:\n")
    for email, passphrase in words:
        click.echo(f"  {email}: {passphrase}")
    click.echo("\nDone. Serve it with `signalering run`.")


def _asked(hat: Hat, who: str, required: bool, *, taken: set[str]) -> Invite | None:
    if not required and not click.confirm(f"Add a {who}?", default=True):
        click.echo("One holder of the key alone is a risk: invite a second one soon.")
        return None
    name = click.prompt(f"Name of the {who}")
    email = click.prompt(f"E-mail address of {name}", value_proc=lambda text: _new(text, taken))
    return Invite(email, name, frozenset({hat}))


def _new(text: str, taken: set[str]) -> str:
    """Asks again at once for an address that would be refused after the whole ceremony."""
    try:
        email = address_of(text)
    except InvalidInput as error:
        raise click.UsageError(text_of(error.code)) from error
    if email in taken:
        raise click.UsageError(text_of("known_address"))
    return email


def _settings_text(answers: dict[str, str]) -> str:
    made = {name: base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode() for name in SECRETS}
    lines = [f"{name}={value}" for name, value in {**answers, **made}.items()]
    return "\n".join(["# Made by `signalering setup`. Keep a copy with the keystore.", *lines, ""])


def _as_environment(text: str) -> dict[str, str]:
    pairs = (line.partition("=") for line in text.splitlines() if not line.startswith("#"))
    return {PREFIX + name: value for name, _, value in pairs if name}


def _write_private(path: object, text: str) -> None:
    descriptor = os.open(str(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
