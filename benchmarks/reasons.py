"""Why a goal is not met, and what comes next: looked up by what stands in a row."""

REASONS: tuple[tuple[str, str], ...] = ()
UNKNOWN = "not looked into yet; next: measure again by itself (`make bench BENCH=<room>`)."


def reason_for(what: str) -> str:
    """The first that fits."""
    return next((reason for part, reason in REASONS if part in what), UNKNOWN)
