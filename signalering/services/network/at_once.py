"""Send one mail while somebody waits: it stands in no outbox, and a failure shows at once."""

from signalering.domain.lifecycles import MailFault
from signalering.services.network.post import NotSent, Post
from signalering.services.network.write import Letter, own_name, write
from signalering.services.settings.rules import rules_of
from signalering.services.work import House

# Seconds that the server may take for one answer: somebody looks at an empty page meanwhile.
PATIENCE = 8.0


def send_at_once(house: House, letter: Letter) -> MailFault | None:
    """Hand the mail over; gives what went wrong, if something did. Never inside a transaction."""
    server = house.settings.mail
    if server is None:
        return MailFault.UNREACHABLE
    try:
        message = write(
            letter, house.settings, rules_of(house).periods, server.sender, house.clock.now()
        )
    except ValueError:
        return MailFault.ADDRESS
    try:
        with Post(server, own_name(house.settings), PATIENCE) as post:
            post.hand_over(message)
    except NotSent as refusal:
        return refusal.fault
    return None
