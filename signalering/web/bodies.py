"""How a posted form is read: broken UTF-8 stays visible, so that its field can say so."""

from typing import IO
from urllib.parse import parse_qsl

from flask import Flask, Request, request
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.formparser import FormDataParser

# Pages that take a file, and how much of one in bytes; the service asks more narrowly again.
LARGER = {"directory.bring_in": 7 * 1024 * 1024}
URLENCODED = "application/x-www-form-urlencoded"
Parsed = tuple[IO[bytes], MultiDict[str, str], MultiDict[str, FileStorage]]


class _Parser(FormDataParser):
    def parse(
        self,
        stream: IO[bytes],
        mimetype: str,
        content_length: int | None,
        options: dict[str, str] | None = None,
    ) -> Parsed:
        """Bytes that are no UTF-8 become U+FFFD, which `clean_text` refuses.

        The library would write them as %FF, which reads as if somebody had typed just that.
        """
        if mimetype != URLENCODED:
            return super().parse(stream, mimetype, content_length, options)
        text = stream.read().decode(errors="replace")
        fields = parse_qsl(text, keep_blank_values=True, errors="replace")
        return stream, self.cls(fields), self.cls()


class PostedRequest(Request):
    """A request of ours."""

    form_data_parser_class = _Parser


def install(app: Flask) -> None:
    """Read every form so."""
    app.request_class = PostedRequest
    app.before_request(_make_room)


def _make_room() -> None:
    """Before anything asks for the form, which is read then."""
    if request.endpoint in LARGER:
        request.max_content_length = LARGER[request.endpoint]
