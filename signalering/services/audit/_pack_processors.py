"""Where the data is and which services it passes, from the settings; no secret is told."""

from urllib.parse import urlsplit

from sqlalchemy import make_url

from signalering.config import Settings
from signalering.domain.mail_server import MailSecurity
from signalering.domain.pack_lines import Lines, Said, Word, said, table, text
from signalering.domain.texts import N_

HERE = N_("op deze server zelf")
NONE = N_("geen")
ENCRYPTED, PLAIN = N_("versleutelde verbinding"), N_("alleen binnen deze server")


def processors(settings: Settings) -> Lines:
    """The whole part."""
    return (
        text(
            Said(
                N_(
                    "Dit weet het programma uit zijn instellingen. Beheert een bedrijf een van "
                    "deze servers, dan is dat een verwerker: zet de naam en de overeenkomst in het "
                    "register van de gemeente."
                )
            )
        ),
        *table(
            N_("Diensten"),
            [Said(N_("Wat")), Said(N_("Waar")), Said(N_("Hoe"))],
            [
                [Said(N_("de site zelf")), _host(settings.public_url), _site(settings)],
                [Said(N_("de gegevens")), *_database(settings.database_url)],
                [Said(N_("de sleutels")), *_database(settings.keystore_url)],
                [Said(N_("mail")), *_mail(settings)],
                [Said(N_("inloggen via de organisatie")), *_sign_on(settings)],
                [Said(N_("bewaarplek van de eindpunten van het logboek")), *_heads(settings)],
            ],
        ),
        text(
            Said(
                N_(
                    "Een browser haalt niets op bij anderen: geen lettertypen, geen kaarten, geen "
                    "bezoekcijfers. Reservekopieën staan waar de beheerder ze neerzet."
                )
            )
        ),
    )


def _site(settings: Settings) -> Word:
    if not settings.secure:
        return Said(PLAIN)
    if not settings.proxies:
        return Said(ENCRYPTED)
    return said(
        N_("versleutelde verbinding, langs %(count)s tussenserver(s)"), count=str(settings.proxies)
    )


def _database(url: str) -> tuple[Word, Word]:
    """Kind and host alone: name, account and password of a database are nobody's affair here."""
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        return Said(HERE), "SQLite"
    asked = parts.host or parts.query.get("host") or ""
    host = asked if isinstance(asked, str) else ", ".join(asked)
    # A path is a socket: of this machine.
    return (host if host and not host.startswith("/") else Said(HERE)), "PostgreSQL"


def _mail(settings: Settings) -> tuple[Word, Word]:
    if settings.mail is None:
        return Said(NONE), Said(N_("mail wacht"))
    private = settings.mail.security is not MailSecurity.NONE
    return settings.mail.host, Said(ENCRYPTED if private else PLAIN)


def _sign_on(settings: Settings) -> tuple[Word, Word]:
    if not settings.oidc_issuer:
        return Said(NONE), ""
    return _host(settings.oidc_issuer), Said(N_("OpenID Connect; opent geen sleutels"))


def _heads(settings: Settings) -> tuple[Word, Word]:
    if not settings.audit_head_address:
        return Said(NONE), ""
    domain = settings.audit_head_address.rpartition("@")[2]
    return domain, Said(N_("mail, elke week; alleen controlegetallen"))


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
