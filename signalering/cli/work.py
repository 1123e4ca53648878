"""The work loop: mail, reminders, expiry. One loop beside the server, or a timer with --once."""

import click

from signalering.cli.house import check, listen, opened
from signalering.services.upkeep import run_jobs, send_mail
from signalering.web import logs

# Seconds between two looks at the outbox, and rounds of it between two of everything else.
PAUSE = 15.0
ROUNDS = 40


@click.command()
@click.option("--once", is_flag=True, help="One round of everything, for a timer.")
def work(*, once: bool) -> None:
    """Send mail and do what falls due. Safe to run twice at once.

    SIGTERM ends it after the mail or job at hand. With --once the exit code tells whether
    anything failed.
    """
    logs.install()
    ended = listen()
    with opened() as house:
        check(house)
        if once:
            failed = run_jobs(house, ended.is_set)
            failed += [] if send_mail(house, ended.is_set) else ["mail"]
            if failed:
                raise click.ClickException(f"Failed: {', '.join(failed)}. See the log.")
            return
        if house.settings.mail is None and not house.settings.demonstration:
            click.echo("No mail server is set (SMTP_HOST, MAIL_FROM): mail waits.", err=True)
        rounds = 0
        while not ended.is_set():
            if rounds % ROUNDS == 0:
                run_jobs(house, ended.is_set)
            send_mail(house, ended.is_set)
            rounds += 1
            ended.wait(PAUSE)
