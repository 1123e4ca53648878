"""Colours as stylesheets write them, and the contrast between two.

The formula is that of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
"""

import colorsys
import re

Colour = tuple[float, float, float]

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{6}ff)", re.IGNORECASE)
_PARTS = re.compile(r"(rgb|hsl)a?\(([^()]*)\)", re.IGNORECASE)
_NUMBER = re.compile(r"(-?\d*\.?\d+)(%|deg)?")
NAMED = {"white": "#ffffff", "black": "#000000"}


def colour(text: str) -> Colour | None:
    """Red, green and blue between 0 and 1; None for what is no colour, or lets others through."""
    text = NAMED.get(text.strip().lower(), text.strip())
    if found := _HEX.fullmatch(text):
        digits = found[1] if len(found[1]) > 3 else "".join(one * 2 for one in found[1])
        red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
        return red, green, blue
    if found := _PARTS.fullmatch(text):
        return _reckoned(found[1].lower(), found[2])
    return None


def _reckoned(notation: str, parts: str) -> Colour | None:
    """`rgb(15 95 98)` or `hsl(182 73% 22%)`, with or without commas."""
    found = [_NUMBER.fullmatch(part) for part in parts.replace(",", " ").replace("/", " ").split()]
    numbers = [(float(one[1]), one[2] or "") for one in found if one]
    opaque = len(numbers) == 3 or numbers[3:] in ([(1.0, "")], [(100.0, "%")])
    if len(numbers) != len(found) or len(numbers) < 3 or not opaque:
        return None
    if notation == "hsl":
        (hue, _), (saturation, _), (lightness, _) = numbers[:3]
        return colorsys.hls_to_rgb(hue / 360 % 1, lightness / 100, saturation / 100)
    red, green, blue = (number / (100 if unit == "%" else 255) for number, unit in numbers[:3])
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Between 1, the same, and 21, black on white."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(of: Colour) -> float:
    red, green, blue = map(_linear, of)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
