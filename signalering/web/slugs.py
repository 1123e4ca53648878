"""Names of texts in an address: a name that could be no file's is no address at all."""

from werkzeug.routing import BaseConverter

from signalering.domain.site_file import SLUG


class SlugConverter(BaseConverter):
    """Small letters, digits and hyphens, 60 at most."""

    regex = SLUG.pattern
