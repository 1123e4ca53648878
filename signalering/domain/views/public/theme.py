"""How a municipality lets its own installation look."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ThemeFile:
    """A file as it is served. The fingerprint stands in its address: another file, another one.

    Width and height, in CSS pixels, keep a logo's place until it is there.
    """

    name: str
    kind: str
    body: bytes = field(repr=False)
    fingerprint: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Theme:
    """The sound files, and what is wrong with the others; texts are English."""

    css: ThemeFile | None = None
    logo: ThemeFile | None = None
    faults: tuple[str, ...] = ()

    def file(self, name: str) -> ThemeFile | None:
        """The one of this name."""
        return next((one for one in (self.css, self.logo) if one and one.name == name), None)
