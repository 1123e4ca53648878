"""A crowd that waits for its passphrases to be stretched."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from signalering.vault.stretching import Queue


@contextmanager
def full(queue: Queue) -> Iterator[None]:
    """Others have all of its places until the block ends."""
    with ExitStack() as others:
        for _ in range(queue.places):
            others.enter_context(queue.place())
        yield
