"""Mail that waits goes through the revision of the newsletter, there and back."""

import pytest
from kit.rows import put
from kit.schema import table_names
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from signalering.models import schema
from signalering.models.tables import METADATA

Pair = dict[str, Engine]
BEFORE = "0023"


def test_mail_that_waits_stays_and_subscribers_get_theirs(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"], BEFORE)
    tables = METADATA[""].tables
    outbox = tables["outbox_mail"]
    with empty[""].begin() as data:
        account = put(data, tables["account"])["id"]
        offer = put(data, tables["initiative"])["id"]
        waiting = [
            put(data, outbox, account_id=account, kind="digest", tries=3),
            put(
                data,
                outbox,
                account_id=None,
                address="post@voorbeeld.nl",
                kind="offer_check",
                initiative_id=offer,
                fault="later",
            ),
        ]
    schema.upgrade(empty[""], empty["keystore"])
    with empty[""].begin() as data:
        found = {row["id"]: dict(row) for row in data.execute(select(outbox)).mappings()}
        assert found == {
            row["id"]: {**row, "subscriber_id": None, "newsletter_id": None} for row in waiting
        }
        subscriber = put(data, tables["subscriber"])["id"]
        issue = put(data, tables["newsletter"])["id"]
        put(data, tables["newsletter_mail"], newsletter_id=issue, subscriber_id=subscriber)
        to = {"account_id": None, "subscriber_id": subscriber}
        put(data, outbox, kind="newsletter_confirm", **to)
        put(data, outbox, kind="newsletter", newsletter_id=issue, **to)
    with pytest.raises(IntegrityError), empty[""].begin() as data:
        put(data, outbox, kind="newsletter", newsletter_id=issue, account_id=account)
    with pytest.raises(IntegrityError), empty[""].begin() as data:
        put(data, tables["newsletter_mail"], newsletter_id=issue, subscriber_id=subscriber)
    schema.downgrade(empty[""], empty["keystore"], BEFORE)
    assert "subscriber" not in table_names(empty[""])
    assert "subscriber_share" not in table_names(empty["keystore"])
    with empty[""].connect() as data:
        columns = [one for one in outbox.c if one.name not in ("subscriber_id", "newsletter_id")]
        left = {row["id"]: dict(row) for row in data.execute(select(*columns)).mappings()}
        assert left == {row["id"]: row for row in waiting}
    schema.upgrade(empty[""], empty["keystore"])
    assert schema.is_current(empty[""])


def test_one_issue_is_written_at_a_time(empty: Pair) -> None:
    schema.upgrade(empty[""], empty["keystore"])
    issues = METADATA[""].tables["newsletter"]
    with empty[""].begin() as data:
        put(data, issues)
        put(data, issues)
        put(data, issues, state="draft", sent_on=None)
    with pytest.raises(IntegrityError), empty[""].begin() as data:
        put(data, issues, state="draft", sent_on=None)
