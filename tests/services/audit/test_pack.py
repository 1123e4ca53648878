"""The accountability pack: made from what holds now, signed as it was seen, drift told since."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from kit.retention import decided
from kit.supervisor import KEY, supervised
from kit.town import Town
from kit.trail import entries
from sqlalchemy import delete, select, update

from signalering.config import Settings
from signalering.domain.commands.audit.sign_pack import SignPack
from signalering.domain.errors import Conflict, Denied
from signalering.domain.mail_server import MailSecurity, MailServer
from signalering.domain.pack_lines import (
    Coded,
    LineKind,
    PackPart,
    Said,
    Word,
    digest,
    digest_of_all,
    heading,
    written,
)
from signalering.domain.retention import KeepFor, Kept
from signalering.domain.views.audit.pack import Change, PackView
from signalering.models.audit.pack import PackSignature, SignedPart
from signalering.models.columns import DATA, KEYSTORE, Kind
from signalering.services.audit._pack_processors import processors
from signalering.services.audit._pack_sealed import sealed
from signalering.services.audit.pack import pack
from signalering.services.audit.sign_pack import sign_pack
from signalering.services.retention.policy import terms

pytestmark = pytest.mark.one_engine
SECRETS = ("hunter2", "db-account", "mail-account", "client-id", "client-secret")


def look(town: Town, key: str = "privacy_officer") -> PackView:
    with town.work(key, writes=False) as work:
        return pack(work)


def signed(town: Town) -> PackView:
    with town.committed("privacy_officer") as work:
        view = pack(work)
        sign_pack(work, SignPack(view.seen))
    return look(town)


def words(word: Word) -> Iterator[str]:
    """Everything that a word would show, as codes and Dutch."""
    match word:
        case str():
            yield word
        case Coded():
            yield word.code
        case Said():
            yield word.text
            for _, value in word.values:
                yield from words(value)


def test_every_part_is_there_and_none_is_signed(town: Town) -> None:
    view = look(town)
    assert [part.part for part in view.parts] == list(PackPart)
    assert view.changed == view.parts
    assert (view.number, view.signed_on, view.may_sign) == (0, None, True)


def test_what_was_signed_does_not_change_by_itself(town: Town) -> None:
    assert signed(town).changed == ()
    town.clock.move_to(town.clock.now() + timedelta(days=200))
    view = look(town)
    assert view.changed == ()
    assert (view.number, str(view.signed_on)) == (1, "2026-11-23")


def test_a_change_shows_line_by_line_in_its_own_part(town: Town) -> None:
    signed(town)
    decided(town, Kept.SIGNAL, KeepFor.MONTHS_12)
    (part,) = look(town).changed
    assert part.part is PackPart.RETENTION
    gone, added = part.drift
    assert (gone.change, added.change) == (Change.GONE, Change.ADDED)
    assert gone.line.words[:2] == (
        Coded("signal", "retention_kept"),
        Coded("24_months", "retention_terms"),
    )
    assert added.line.words[1] == Coded("12_months", "retention_terms")
    assert signed(town).changed == ()
    decided(town, Kept.SIGNAL, KeepFor.MONTHS_24)
    assert [part.part for part in look(town).changed] == [PackPart.RETENTION]


def test_the_terms_are_those_of_the_policy(town: Town) -> None:
    decided(town, Kept.CASE_WITH_FOLLOW_UP, KeepFor.MONTHS_24)
    (part,) = [part for part in look(town).parts if part.part is PackPart.RETENTION]
    told = {
        line.words[0].code: line.words[1].code
        for line in part.lines
        if isinstance(line.words[0], Coded) and isinstance(line.words[1], Coded)
    }
    with town.work(writes=False) as work:
        assert told == {kept.value: term.value for kept, term in terms(work).items()}


def test_signing_is_one_entry_with_what_proves_the_text(town: Town) -> None:
    view = look(town)
    signed(town)
    decided(town, Kept.SIGNAL, KeepFor.MONTHS_12)
    now = look(town)
    signed(town)
    first, second = sorted(
        (entry["details"] for entry in entries(town, "pack_signed")), key=lambda one: one["version"]
    )
    assert first == {"version": "1", "changed": "7", "check_number": view.check_number}
    assert second == {"version": "2", "changed": "1", "check_number": now.check_number}


@pytest.mark.parametrize("seen", ["", "0.", "1.x", "\0", "x" * 10_000])
def test_nobody_signs_what_was_not_seen(town: Town, seen: str) -> None:
    with town.work("privacy_officer") as work, pytest.raises(Conflict, match="pack_changed"):
        sign_pack(work, SignPack(seen))


def test_a_page_from_before_a_change_or_a_signature_signs_nothing(town: Town) -> None:
    before = look(town).seen
    decided(town, Kept.SIGNAL, KeepFor.MONTHS_12)
    with town.work("privacy_officer") as work, pytest.raises(Conflict):
        sign_pack(work, SignPack(before))
    before = look(town).seen
    signed(town)
    with town.work("privacy_officer") as work, pytest.raises(Conflict):
        sign_pack(work, SignPack(before))
    assert look(town).number == 1


def test_a_signed_text_that_somebody_changed_is_noticed(town: Town) -> None:
    assert signed(town).intact
    with town.committed() as work:
        work.data.execute(
            update(SignedPart).where(SignedPart.part == "roles").values(text='["text", "x"]')
        )
    view = look(town)
    assert not view.intact
    assert [part.part for part in view.changed] == [PackPart.ROLES]


@pytest.mark.parametrize("gone", [(PackPart.ROLES,), tuple(PackPart)])
def test_a_signed_part_that_somebody_took_away_is_missed(
    town: Town, gone: tuple[PackPart, ...]
) -> None:
    assert signed(town).intact
    with town.committed() as work:
        work.data.execute(delete(SignedPart).where(SignedPart.part.in_(gone)))
    view = look(town)
    assert not view.intact
    assert tuple(part.part for part in view.parts if part.lost) == gone
    assert {part.part for part in view.changed} == set(gone)
    view = signed(town)
    assert view.intact
    assert view.changed == ()


def test_text_and_digest_that_were_changed_alike_are_noticed(town: Town) -> None:
    signed(town)
    text = written((heading("x"),))
    with town.committed() as work:
        of_roles = update(SignedPart).where(SignedPart.part == "roles")
        work.data.execute(of_roles.values(text=text, digest=digest(text)))
    view = look(town)
    assert not view.intact
    assert not any(part.lost for part in view.parts)


def test_a_part_that_came_with_a_later_release_is_not_signed_and_not_lost(town: Town) -> None:
    """As it is for who signed before it was there: nothing is wrong."""
    signed(town)
    with town.committed() as work:
        kept = work.data.scalars(select(SignedPart).where(SignedPart.part != "roles")).all()
        texts = {row.part: row.text for row in kept}
        parts = [part.value for part in PackPart if part is not PackPart.ROLES]
        work.data.execute(delete(SignedPart).where(SignedPart.part == "roles"))
        number = digest_of_all(texts[part] for part in parts)
        work.data.execute(update(PackSignature).values(parts=" ".join(parts), check_number=number))
    view = look(town)
    assert view.intact
    (part,) = view.changed
    assert (part.part, part.signed, part.lost) == (PackPart.ROLES, False, False)


def test_the_supervisor_reads_and_does_not_sign(town: Town) -> None:
    supervised(town)
    view = look(town, KEY)
    assert not view.may_sign
    with town.work(KEY) as work, pytest.raises(Denied):
        sign_pack(work, SignPack(view.seen))


@pytest.mark.parametrize("key", ["coordinator", "administrator", "manager", "worker"])
def test_nobody_else_reads_or_signs(town: Town, key: str) -> None:
    with town.work(key) as work:
        with pytest.raises(Denied):
            pack(work)
        with pytest.raises(Denied):
            sign_pack(work, SignPack(""))


def test_every_sealed_column_appears(town: Town) -> None:
    told = {line.words[0] for line in sealed() if line.kind is LineKind.ROW}
    for tables in (DATA, KEYSTORE):
        for table, columns in tables.items():
            for column, kind in columns.items():
                assert (f"{table}.{column}" in told) is (kind in (Kind.SEALED, Kind.KEYED))


def everything_set(settings: Settings) -> Settings:
    """Each service that can be configured, with secrets that can be looked for."""
    return replace(
        settings,
        public_url="https://signaal.example/pad",
        database_url="postgresql+psycopg://db-account:hunter2@db.example:5432/naam",
        keystore_url="postgresql+psycopg:///naam?host=/run/postgresql",
        mail=MailServer(
            "mail.example", 587, MailSecurity.STARTTLS, "van@example.org", "mail-account", "hunter2"
        ),
        oidc_issuer="https://inloggen.example/realm",
        oidc_client_id="client-id",
        oidc_client_secret="client-secret",
        audit_head_address="functie@bewaren.example",
        proxies=1,
    )


def test_services_are_named_and_no_secret_is(town: Town) -> None:
    settings = everything_set(town.house.settings)
    text = written(processors(settings))
    for host in ("signaal", "db", "mail", "inloggen", "bewaren"):
        assert f'"{host}.example"' in text
    for secret in (*SECRETS, "functie@"):
        assert secret not in text
    keys = next(line for line in processors(settings) if line.words[0] == Said("de sleutels"))
    assert keys.words[1:] == (Said("op deze server zelf"), "PostgreSQL")


def test_what_is_not_there_is_said(town: Town) -> None:
    rows = {
        next(words(line.words[0])): line.words[1]
        for line in processors(town.house.settings)
        if line.kind is LineKind.ROW
    }
    assert rows["mail"] == rows["inloggen via de organisatie"] == Said("geen")


def test_the_organisation_is_the_settings_own(town: Town) -> None:
    settings = replace(
        town.house.settings, controller="College van Proefdorp", data_protection_address="fg@x.test"
    )
    (part,) = [
        part
        for part in look(replace(town, house=replace(town.house, settings=settings))).parts
        if part.part is PackPart.REGISTER
    ]
    told = [next(words(line.words[1])) for line in part.lines if line.kind is LineKind.ROW]
    assert told[1:3] == ["College van Proefdorp", "fg@x.test"]
