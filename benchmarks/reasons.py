"""Why a goal is not met, and what comes next: looked up by what stands in a row."""

REASONS: tuple[tuple[str, str], ...] = (
    (
        "broke off",
        "the room ended with a fault, or took longer than it may; what it said stands above the "
        "table on the screen. Next: run it by itself (`make bench BENCH=<room>`).",
    ),
    (
        "receipt given",
        "a signal is some 28 statements in two databases with a commit that reaches the disk in "
        "each, where the floor has one: the session and its rules, whose keys stand, three HPKE "
        "seals, the guard, codes, facts and the audit entry. Of about 11 ms of processor time a "
        "third is SQLAlchemy's around these statements, a sixth the form, a tenth the sessions' "
        "beginnings and ends, and seals and guard together a tenth; nothing of it waits for "
        "something else. On PostgreSQL each statement is a way there and back, and each of the "
        "five connections that a signal takes is tried first. Next: one statement that tells "
        "epoch and alarm together, one for the signal and its tag, and the codes of a form made "
        "once a language; more workers than two where there are more cores.",
    ),
    (
        "receipts given",
        "as with the receipts themselves: with sixteen clients on two cores each waits for the "
        "processor, not for a lock. Next: the same.",
    ),
    (
        "inbox, 95 in 100 pages",
        "the floor lists 50 lines of two words; the inbox shows 50 signals with their labels, "
        "days and a button each (a kilobyte a row), counts four queues, looks after keys and "
        "covers, and writes who looked into the audit trail, with its commit. Half of the time is "
        "the template, a third SQLAlchemy's around some nineteen statements. Next: fewer "
        "statements around each page, and addresses and labels of a row made once a page.",
    ),
    (
        "other pages while",
        "Argon2id takes a whole core for a sixth of a second, and a machine of two cores has two: "
        "how many run at once is bounded and others go first, yet caches and memory are shared; "
        "on PostgreSQL a page waits for a core again at each statement. Next: one run at once on "
        "machines of two cores, and fewer statements a page.",
    ),
    (
        "cold start",
        "all of it is processor time of loading: SQLAlchemy a fifth, Alembic (which compares the "
        "databases' version) and WebAuthn a tenth each. Next: read the version without Alembic, "
        "and load WebAuthn when the first passkey is asked for.",
    ),
    (
        "heaviest of",
        "pages with words are never compressed (BREACH): the inbox has fifty rows of a kilobyte, a "
        "third of it labels and roles that keep a row readable where it becomes a stack on a "
        "phone. What else a first visit loads is 12 kB. Next: a row that needs no label in each "
        "of its cells.",
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
        "read a note with the guard",
        "on a machine with nothing else to do it takes half a millisecond. Next: measure again.",
    ),
)
UNKNOWN = "not looked into yet. Next: measure again by itself (`make bench BENCH=<room>`)."


def reason_for(what: str) -> str:
    """The first that fits."""
    return next((reason for part, reason in REASONS if part in what), UNKNOWN)
