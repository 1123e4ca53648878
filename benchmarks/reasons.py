"""Why a goal is not met, and what comes next: looked up by what stands in a row."""

REASONS: tuple[tuple[str, str], ...] = (
    (
        "broke off",
        "the room ended with a fault, or took longer than it may; what it said stands above the "
        "table on the screen. Next: run it by itself (`make bench BENCH=<room>`).",
    ),
    (
        "receipt given",
        "a signal is some eighteen statements in two databases with a commit that reaches the disk "
        "in each, where the floor has one: the session and its account, what was decided, whose "
        "keys stand, three HPKE seals, the guard, codes, facts and the audit entry. A third of "
        "the processor's time is SQLAlchemy's around these statements, the rest the form, the "
        "beginnings and ends of transactions, seals and guard; nothing waits for something else. "
        "On PostgreSQL each statement is a way there and back. Next: who can open what comes in, "
        "told together with the epoch; more workers than two where there are more cores.",
    ),
    (
        "receipts given",
        "as with the receipts themselves: with sixteen clients on two cores each waits for the "
        "processor, not for a lock. Next: the same.",
    ),
    (
        "inbox, 95 in 100 pages",
        "the floor lists 50 lines of two words; the inbox shows 50 signals with their labels, "
        "days and a button each, counts four queues, looks after keys and covers, and writes who "
        "looked into the audit trail, with its commit. Two fifths of the time are the template, "
        "as much SQLAlchemy's around some seventeen statements. Next: rows as plain columns "
        "instead of objects.",
    ),
    (
        "other pages while",
        "Argon2id takes a whole core for a sixth of a second, and a machine of two cores has two: "
        "each of the two processes runs one at a time, ten steps nicer than all else, yet caches "
        "and memory are shared; on PostgreSQL a page waits for a core again at each statement. "
        "Next: one run at once on the whole machine.",
    ),
    (
        "cold start",
        "all of it is processor time of loading: SQLAlchemy a fifth, Alembic (which compares the "
        "databases' version) and WebAuthn a tenth each. Next: read the version without Alembic, "
        "and load WebAuthn when the first passkey is asked for.",
    ),
    (
        "heaviest of",
        "pages with words are never compressed (BREACH): fifty rows of the inbox are some 750 "
        "bytes each, a tenth of them the roles of their parts. What else a first visit loads is "
        "10 kB. Next: fewer rows a page.",
    ),
    (
        "page of a case with",
        "the newest forty entries stand on it, with the forms for what may follow. Next: those "
        "forms on pages of their own.",
    ),
    (
        "open the names",
        "on a machine with nothing else to do it stays below; each name is two AES-GCM seals, "
        "JSON and two ids, and most of the time is Python's around them. Next: frame what is bound "
        "to a seal once for all of a kind.",
    ),
    (
        "find a",
        "on a machine with nothing else to do it stays below. Next: measure again by itself.",
    ),
    (
        "refuse a known address",
        "both ways ask the databases the same, which a test holds them to; what is left is the "
        "machine's noise. Next: measure again by itself.",
    ),
    (
        "first sight of",
        "measured only while other work took both cores: the page is made, sent at a phone's "
        "pace and drawn on the same two, and its absolute time is theirs. Next: measure again by "
        "itself.",
    ),
    (
        "figures among 10,000,000 facts",
        "an absolute time: on a machine with nothing else to do it is thirteen milliseconds, and "
        "the same for ten thousand facts. Next: measure again by itself.",
    ),
    (
        "read a note with the guard",
        "on a machine with nothing else to do it takes half a millisecond. Next: measure again.",
    ),
)
UNKNOWN = "not looked into yet. Next: measure again by itself (`make bench BENCH=<room>`)."


def reason_for(what: str) -> str:
    """The first that fits."""
    return next((reason for part, reason in REASONS if part in what), UNKNOWN)
