"""Settings: a wrong one is refused by name, says how to mend it, and never shows a secret."""

import dataclasses
import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from kit.town import base64_of, fixed_secret

from signalering.config import (
    PREFIX,
    SECRETS,
    Settings,
    SettingsError,
    demo_log_ins,
    instance_folder,
    load_settings,
    settings_file,
)
from signalering.domain.house_rules import ClosingDay, HouseRules

GOOD: Mapping[str, str] = {
    "INSTALLATION_NAME": "Gemeente Proefdorp",
    "PUBLIC_URL": "https://signalering.test",
    **{name: base64_of(fixed_secret(name)) for name in SECRETS},
}
REQUIRED = ("INSTALLATION_NAME", "PUBLIC_URL", *SECRETS)


def write(folder: Path, values: Mapping[str, str], mode: int = 0o600) -> Path:
    """A settings file as set-up writes it."""
    path = settings_file(folder)
    path.write_text("".join(f"{name}={value}\n" for name, value in values.items()), "utf-8")
    path.chmod(mode)
    return path


def refusal(folder: Path, environment: Mapping[str, str] | None = None) -> str:
    """What the refusal says; whatever it is, it quotes no secret."""
    with pytest.raises(SettingsError) as error:
        load_settings(folder, environment or {})
    shown = "".join(
        f"{fault}{fault!r}{getattr(fault, 'object', '')}" for fault in chain(error.value)
    )
    for name in SECRETS:
        assert GOOD[name] not in shown
        assert repr(fixed_secret(name))[2:-1] not in shown
    return str(error.value)


def chain(error: BaseException) -> list[BaseException]:
    """The error and what a traceback would show with it."""
    found: list[BaseException] = []
    step: BaseException | None = error
    while step is not None:
        found.append(step)
        step = step.__cause__ or (None if step.__suppress_context__ else step.__context__)
    return found


def refused(folder: Path, name: str, value: str) -> str:
    """The refusal of one value, which must name its setting and not quote the value."""
    write(folder, {**GOOD, name: value})
    text = refusal(folder)
    assert name in text
    if name in SECRETS and len(value) > 6:
        assert value not in text
    return text


def test_what_set_up_wrote_is_read(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    settings = load_settings(tmp_path, {})
    assert settings.installation_name == "Gemeente Proefdorp"
    assert settings.public_url == "https://signalering.test"
    assert settings.secret_key == fixed_secret("SECRET_KEY")
    assert settings.figures_key == fixed_secret("FIGURES_KEY")
    assert settings.lookup_key == fixed_secret("LOOKUP_KEY")
    assert settings.database_url == f"sqlite:///{tmp_path / 'data.sqlite'}"
    assert settings.keystore_url == f"sqlite:///{tmp_path / 'keystore.sqlite'}"
    assert (settings.argon2_memory_kib, settings.argon2_iterations) == (65536, 3)
    assert settings.first_rules == HouseRules()
    assert not settings.demonstration


@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_one_is_named_and_has_no_default(tmp_path: Path, name: str) -> None:
    write(tmp_path, {key: value for key, value in GOOD.items() if key != name})
    text = refusal(tmp_path)
    assert text.startswith(f"{name} is missing")
    assert "signalering setup" in text
    assert PREFIX + name in text


@pytest.mark.parametrize("name", REQUIRED)
def test_an_empty_one_is_a_missing_one(tmp_path: Path, name: str) -> None:
    assert "is missing" in refused(tmp_path, name, "")


def test_without_a_file_nothing_starts(tmp_path: Path) -> None:
    assert "signalering setup" in refusal(tmp_path)


def test_no_secret_has_a_default() -> None:
    fields = {field.name: field for field in dataclasses.fields(Settings)}
    for name in SECRETS:
        field = fields[name.lower()]
        assert field.default is dataclasses.MISSING
        assert field.default_factory is dataclasses.MISSING


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize(
    "value",
    [
        base64_of(b"short but not repeated"),
        base64_of(hashlib.sha256(b"one").digest() + b"x"),
        base64_of(b"a" * 32),
        base64_of(b"\x00" * 32),
        base64_of(b"0123456789a" + b"0" * 21),
    ],
)
def test_a_weak_secret_is_refused(tmp_path: Path, name: str, value: str) -> None:
    text = refused(tmp_path, name, value)
    assert "weak" in text
    assert "32 random bytes" in text
    assert "backup" in text


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("value", ["no base64 at all!", "abcde", "geheim=geheim", "gehéim-gehéim"])
def test_a_secret_that_is_no_base64_is_refused(tmp_path: Path, name: str, value: str) -> None:
    text = refused(tmp_path, name, value)
    assert "not base64" in text
    assert "backup" in text


@pytest.mark.parametrize(("name", "other"), [(a, b) for a in SECRETS for b in SECRETS if a < b])
def test_equal_secrets_are_refused(tmp_path: Path, name: str, other: str) -> None:
    write(tmp_path, {**GOOD, name: GOOD[other]})
    text = refusal(tmp_path)
    assert name in text
    assert other in text
    assert "differ" in text
    assert "signalering setup" in text


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o620, 0o610, 0o601])
def test_a_file_that_others_can_reach_is_refused(tmp_path: Path, mode: int) -> None:
    path = write(tmp_path, GOOD, mode)
    text = refusal(tmp_path)
    assert f"chmod 600 {path}" in text
    assert "renew the secrets" in text


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_file_of_the_owner_alone_is_read(tmp_path: Path, mode: int) -> None:
    write(tmp_path, GOOD, mode)
    assert load_settings(tmp_path, {}).secret_key


def test_a_line_without_a_value_is_named_by_its_number_and_not_shown(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    path.write_text(f"# a remark\n\n{GOOD['SECRET_KEY'].rstrip('=')}\n", "utf-8")
    text = refusal(tmp_path)
    assert "line 3" in text
    assert "NAME=value" in text
    assert GOOD["SECRET_KEY"][:12] not in text


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    path.write_bytes(path.read_bytes() + b"# caf\xe9\n")
    assert "not UTF-8" in refusal(tmp_path)


@pytest.mark.parametrize(
    "value",
    [
        "http://signalering.test",
        "http://127.0.0.1.evil.test",
        "http://localhost.evil.test",
        "ftp://localhost",
        "signalering.test",
        "https:",
        "https://",
        "https://[::1",
    ],
)
def test_an_address_without_https_is_refused(tmp_path: Path, value: str) -> None:
    assert "https://" in refused(tmp_path, "PUBLIC_URL", value)


@pytest.mark.parametrize(
    ("value", "kept", "secure"),
    [
        ("https://signalering.test/", "https://signalering.test", True),
        ("http://localhost:8000", "http://localhost:8000", False),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000", False),
        ("http://[::1]:8000", "http://[::1]:8000", False),
    ],
)
def test_an_address_is_taken(tmp_path: Path, value: str, kept: str, secure: bool) -> None:
    write(tmp_path, {**GOOD, "PUBLIC_URL": value})
    settings = load_settings(tmp_path, {})
    assert settings.public_url == kept
    assert settings.secure is secure


@pytest.mark.parametrize("name", ["ARGON2_MEMORY_KIB", "ARGON2_ITERATIONS"])
@pytest.mark.parametrize("value", ["", "much", "-1", "65536.0", "1e6", "٣", "0x10000"])
def test_a_number_is_a_whole_number(tmp_path: Path, name: str, value: str) -> None:
    assert "whole number" in refused(tmp_path, name, value)


@pytest.mark.parametrize(
    ("name", "value"), [("ARGON2_MEMORY_KIB", "65535"), ("ARGON2_ITERATIONS", "2")]
)
def test_a_cheaper_passphrase_than_the_floor_is_refused(
    tmp_path: Path, name: str, value: str
) -> None:
    text = refused(tmp_path, name, value)
    assert "at least" in text
    assert "settings.env" in text


def test_a_dearer_one_is_taken(tmp_path: Path) -> None:
    write(tmp_path, {**GOOD, "ARGON2_MEMORY_KIB": "131072", "ARGON2_ITERATIONS": "4"})
    settings = load_settings(tmp_path, {})
    assert (settings.argon2_memory_kib, settings.argon2_iterations) == (131072, 4)


@pytest.mark.parametrize("name", ["GOOD_FRIDAY", "LIBERATION_DAY"])
def test_yes_or_no(tmp_path: Path, name: str) -> None:
    assert "yes or no" in refused(tmp_path, name, "maybe")
    assert "yes or no" in refused(tmp_path, name, "1")
    for value, wanted in (("no", False), ("NO", False), ("yes", True)):
        write(tmp_path, {**GOOD, name: value})
        assert getattr(load_settings(tmp_path, {}).first_rules, name.lower()) is wanted


@pytest.mark.parametrize(
    "value", ["24-12-2026", "2026-02-30", "christmas", "2026-12-24;2026-12-31"]
)
def test_a_wrong_day_is_refused(tmp_path: Path, value: str) -> None:
    assert "2026-12-24" in refused(tmp_path, "CLOSING_DAYS", value)


@pytest.mark.parametrize("value", ["2026-12-24 2026-12-31", "2026-12-24,2026-12-31"])
def test_days_are_read(tmp_path: Path, value: str) -> None:
    write(tmp_path, {**GOOD, "CLOSING_DAYS": value})
    wanted = (ClosingDay(date(2026, 12, 24)), ClosingDay(date(2026, 12, 31)))
    assert load_settings(tmp_path, {}).first_rules.closing_days == wanted


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("INSTALLATION_NAME", "Gemeente Elders"),
        ("PUBLIC_URL", "https://elders.test"),
        ("DATABASE_URL", "postgresql+psycopg://elders/data"),
        ("KEYSTORE_URL", "postgresql+psycopg://elders/keystore"),
        *((name, base64_of(fixed_secret(f"other {name}"))) for name in SECRETS),
    ],
)
def test_the_environment_wins_over_the_file(tmp_path: Path, name: str, value: str) -> None:
    write(tmp_path, {"DATABASE_URL": "sqlite://", "KEYSTORE_URL": "sqlite://", **GOOD})
    before = load_settings(tmp_path, {})
    after = load_settings(tmp_path, {PREFIX + name: value, name: "without the prefix"})
    changed = {
        field.name
        for field in dataclasses.fields(Settings)
        if getattr(before, field.name) != getattr(after, field.name)
    }
    assert changed == {name.lower()}


def test_a_wrong_value_in_the_environment_is_refused_too(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    weak = base64_of(b"a" * 32)
    text = refusal(tmp_path, {PREFIX + "FIGURES_KEY": weak})
    assert "FIGURES_KEY is weak" in text
    assert weak not in text


def test_the_environment_alone_is_enough(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, {PREFIX + name: value for name, value in GOOD.items()})
    assert settings.installation_name == "Gemeente Proefdorp"


def test_the_instance_folder_can_be_chosen(tmp_path: Path) -> None:
    assert instance_folder({PREFIX + "INSTANCE": str(tmp_path)}) == tmp_path
    assert instance_folder({}).name == "instance"


def test_settings_shown_have_no_secret(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    settings = load_settings(tmp_path, {})
    for shown in (repr(settings), str(settings), f"{settings}"):
        for name in SECRETS:
            assert GOOD[name] not in shown
            assert repr(fixed_secret(name)) not in shown
            assert name.lower() not in shown


def test_settings_shown_have_no_password_of_a_database(tmp_path: Path) -> None:
    url = "postgresql+psycopg://signalering:heel-geheim@db/data"
    write(tmp_path, {**GOOD, "DATABASE_URL": url, "KEYSTORE_URL": url})
    settings = load_settings(tmp_path, {})
    assert settings.database_url == url
    assert "heel-geheim" not in repr(settings)


def test_the_file_of_log_ins_makes_a_demonstration(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    demo_log_ins(tmp_path).write_text("", "utf-8")
    assert load_settings(tmp_path, {}).demonstration


OIDC = {
    "OIDC_ISSUER": "https://inloggen.test/realm",
    "OIDC_CLIENT_ID": "signalering",
    "OIDC_CLIENT_SECRET": "a secret of tests",
}


def test_single_sign_on_takes_all_of_its_settings_or_none(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    assert load_settings(tmp_path, {}).oidc_issuer == ""
    write(tmp_path, {**GOOD, **OIDC})
    settings = load_settings(tmp_path, {})
    assert settings.oidc_issuer == OIDC["OIDC_ISSUER"]
    assert OIDC["OIDC_CLIENT_SECRET"] not in repr(settings)
    for name in OIDC:
        write(tmp_path, GOOD | {other: value for other, value in OIDC.items() if other != name})
        assert name in refusal(tmp_path)


@pytest.mark.parametrize(
    "issuer", ["http://inloggen.test", "inloggen.test", "https://inloggen.test?x=1", "https://[x"]
)
def test_single_sign_on_goes_over_https(tmp_path: Path, issuer: str) -> None:
    write(tmp_path, {**GOOD, **OIDC, "OIDC_ISSUER": issuer})
    assert "OIDC_ISSUER" in refusal(tmp_path)


@pytest.mark.parametrize("value", ["nobody", "a@voorbeeld.nl, b@voorbeeld.nl", "a@@b", "@", "a @b"])
def test_the_head_of_the_trail_goes_to_one_address(tmp_path: Path, value: str) -> None:
    assert "one mail address" in refused(tmp_path, "AUDIT_HEAD_ADDRESS", value)
    write(tmp_path, {**GOOD, "AUDIT_HEAD_ADDRESS": "bewaren@voorbeeld.nl"})
    assert load_settings(tmp_path, {}).audit_head_address == "bewaren@voorbeeld.nl"


@pytest.mark.parametrize("value", ["0", "-1", "many"])
def test_many_reads_are_at_least_one(tmp_path: Path, value: str) -> None:
    refused(tmp_path, "AUDIT_MANY_READS", value)
    write(tmp_path, {**GOOD, "AUDIT_MANY_READS": "12"})
    assert load_settings(tmp_path, {}).first_rules.audit_many_reads == 12


def test_who_answers_for_the_processing_is_a_setting(tmp_path: Path) -> None:
    assert "one mail address" in refused(tmp_path, "DATA_PROTECTION_ADDRESS", "the town hall")
    named = {"CONTROLLER": "College van Proefdorp", "DATA_PROTECTION_ADDRESS": "fg@voorbeeld.nl"}
    write(tmp_path, {**GOOD, **named})
    settings = load_settings(tmp_path, {})
    assert (settings.controller, settings.data_protection_address) == tuple(named.values())
