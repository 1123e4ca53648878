"""Names of released tables in addresses and files: `figure_tables` has what people call them."""

# Of a period: its totals as a table of their own, and all of its tables at once.
TOTALS = "total"
ALL_TABLES = "all"


def name_of(kind: str) -> str:
    """The name in an address of a kind of table: "age x group" is "age-x-group"."""
    return kind.replace(" ", "-").replace("_", "-")
