"""What a column may hold.

code       from a closed list (or a number of such); may be counted
sealed     only somebody's key opens it
public     known outside anyway, or about staff and organisations as such
technical  needed to run; says nothing about a person
day        a day, month or quarter; never a time
link       ties rows together; none ties a signal to its reporter or to its case
"""

from enum import StrEnum


class Kind(StrEnum):
    """What a column may hold."""

    CODE = "code"
    SEALED = "sealed"
    PUBLIC = "public"
    TECHNICAL = "technical"
    DAY = "day"
    LINK = "link"


C, S, P, T, D, L = (
    Kind.CODE,
    Kind.SEALED,
    Kind.PUBLIC,
    Kind.TECHNICAL,
    Kind.DAY,
    Kind.LINK,
)
