"""Hand mail over to the mail server, by TLS with its certificate checked."""

import smtplib
import ssl
from email.message import EmailMessage
from types import TracebackType

from signalering.domain.lifecycles import MailFault
from signalering.domain.mail_server import MailSecurity, MailServer

# Seconds that the server may take for one answer; a claim on a mail lasts ten minutes.
PATIENCE = 20.0
_PERMANENT = 500


class NotSent(Exception):  # its `fault` tells what happened
    """A mail was not taken. `final`: trying again won't help; `all_of_them`: nor will others get

    through now.
    """

    def __init__(self, fault: MailFault, *, final: bool = False, all_of_them: bool = False) -> None:
        super().__init__(fault.value)
        self.fault, self.final, self.all_of_them = fault, final, all_of_them


class Post:
    """One connection, made with the first mail and kept for the next ones."""

    def __init__(self, server: MailServer, own_name: str, patience: float = PATIENCE) -> None:
        self._server, self._own_name, self._patience = server, own_name, patience
        self._connection: smtplib.SMTP | None = None

    def __enter__(self) -> "Post":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._drop()

    def hand_over(self, message: EmailMessage) -> None:
        """Returns once the server has taken it. Raises NotSent."""
        try:
            if self._connection is None:
                self._connection = self._connected()
            self._connection.send_message(message)
        except NotSent:
            raise
        except Exception as error:
            self._drop()
            raise _told(error) from None

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        context = ssl.create_default_context()
        if server.security is MailSecurity.TLS:
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host,
                server.port,
                self._own_name,
                timeout=self._patience,
                context=context,
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, self._own_name, self._patience)
        try:
            if server.security is MailSecurity.STARTTLS:
                connection.starttls(context=context)
            if server.user is not None and server.password is not None:
                connection.login(server.user, server.password)
        except BaseException:
            connection.close()
            raise
        return connection

    def _drop(self) -> None:
        if self._connection is not None:
            try:
                self._connection.quit()
            except (OSError, smtplib.SMTPException):
                self._connection.close()
            self._connection = None


def _told(error: Exception) -> NotSent:
    """Which kind of fault it is. The server's own words stay behind: they quote addresses."""
    match error:
        case ssl.SSLError():
            return NotSent(MailFault.UNTRUSTED, all_of_them=True)
        case smtplib.SMTPAuthenticationError():
            return NotSent(MailFault.LOG_IN_REFUSED, all_of_them=True)
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            return _by_code(max(code for code, _ in refused.values()))
        case smtplib.SMTPServerDisconnected() | smtplib.SMTPConnectError():
            return NotSent(MailFault.UNREACHABLE, all_of_them=True)
        case smtplib.SMTPResponseException(smtp_code=int(code)):
            return _by_code(code)
        case smtplib.SMTPNotSupportedError() if "STARTTLS" in str(error):
            return NotSent(MailFault.UNTRUSTED, all_of_them=True)
        case smtplib.SMTPNotSupportedError():
            return NotSent(MailFault.ADDRESS, final=True)
        case OSError():
            return NotSent(MailFault.UNREACHABLE, all_of_them=True)
        case _:
            return NotSent(MailFault.REFUSED, final=True)


def _by_code(code: int) -> NotSent:
    if code >= _PERMANENT:
        return NotSent(MailFault.REFUSED, final=True)
    return NotSent(MailFault.LATER)
