"""What a column may hold.

code       from a closed list (or a number of such); may be counted
sealed     only somebody's key opens it
public     known outside anyway, or about staff and organisations as such
technical  needed to run; says nothing about a person
day        a day, month or quarter; never a time
keyed      opens with the installation's own secret and a row of the keystore: for what the server
           must read by itself to do what somebody asked, so never a word about a resident
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
    KEYED = "keyed"
    LINK = "link"


C, S, P, T, D, K, L = (
    Kind.CODE,
    Kind.SEALED,
    Kind.PUBLIC,
    Kind.TECHNICAL,
    Kind.DAY,
    Kind.KEYED,
    Kind.LINK,
)
