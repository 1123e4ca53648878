"""The guard on free text: finds what may point to one person before anything is stored."""

from signalering.privacy.guard.finding import REPLACEMENTS, Finding, Kind
from signalering.privacy.guard.registry import find

__all__ = ["REPLACEMENTS", "Finding", "Kind", "find"]
