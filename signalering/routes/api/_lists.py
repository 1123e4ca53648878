"""Pages of lists, as programs turn them."""

from typing import Any

from flask import url_for

from signalering.services.work import Work


def address(work: Work, task: str, **values: Any) -> str:
    """The whole address of a task, under the name that the installation has outside."""
    return work.settings.public_url.rstrip("/") + url_for(f"api.{task}", **values)


def listed(
    work: Work, task: str, items: Any, page: int, total: int, *, more: bool, **asked: Any
) -> dict[str, Any]:
    """One page, with where the ones beside it are; `asked` is what the list is narrowed by."""

    def at(number: int) -> str:
        return address(work, task, **{**asked, "page": number})

    return {
        "items": items,
        "page": page,
        "total": total,
        "links": {
            "self": at(page),
            "previous": at(page - 1) if page > 1 else None,
            "next": at(page + 1) if more else None,
        },
    }
