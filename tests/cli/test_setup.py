"""A real installation, from the first question to the first log-in, in real processes."""

import base64
import re
import stat
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from kit.talk import Talk, free_port, run, wait_until_served

PEOPLE = {
    "first administrator": ("Ada Admin", "ada@proefdorp.test"),
    "first coordinator": ("Coos Co", "coos@proefdorp.test"),
    "deputy": ("Dee Deputy", "dee@proefdorp.test"),
    "first privacy officer": ("Pia Privacy", "pia@proefdorp.test"),
}


def set_up(instance: Path, url: str) -> dict[str, str]:
    """Answer every question; gives the passphrases by address."""
    with Talk(instance, "setup") as talk:
        talk.answer("Name of the municipality", "Gemeente Proefdorp")
        talk.answer("Address at which people reach it", url)
        for who, (name, email) in PEOPLE.items():
            if who == "deputy":
                talk.answer("Add a deputy", "y")
            talk.answer(f"Name of the {who}", name)
            talk.answer(f"E-mail address of {name}", email)
        said = talk.wait_for("Type share one back")
        shares = re.findall(r"Share \d:\n([a-z ]+)\n", said)
        assert len(shares) == 3
        talk.answer("", "academic academic academic")
        talk.answer("share two", shares[1])
        talk.answer("Type share one back", shares[2])
        talk.answer("share two", shares[0])
        said = talk.wait_for("Done.")
        assert talk.ends() == 0
    return dict(re.findall(r"(\S+@proefdorp\.test): ([a-z ]+)", said))


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    instance = tmp_path_factory.mktemp("real")
    return instance, set_up(instance, "http://localhost:8000")


def test_the_passphrases_have_the_words_their_hats_need(
    installation: tuple[Path, dict[str, str]],
) -> None:
    _, words = installation
    counts = {email.partition("@")[0]: len(text.split()) for email, text in words.items()}
    assert counts == {"ada": 4, "coos": 6, "dee": 6, "pia": 6}


def test_the_secrets_are_the_owners_alone(installation: tuple[Path, dict[str, str]]) -> None:
    path = installation[0] / "settings.env"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_address_that_cannot_be_is_asked_again_at_once(tmp_path: Path) -> None:
    with Talk(tmp_path, "setup") as talk:
        talk.answer("Name of the municipality", "Gemeente Proefdorp")
        talk.answer("Address at which people reach it", "https://proefdorp.test")
        talk.answer("Name of the first administrator", "Ada Admin")
        talk.answer("E-mail address of", "ada")
        talk.answer("E-mail address of", "ada@proefdorp.test")
        talk.answer("Name of the first coordinator", "Coos Co")
        talk.answer("E-mail address of", "Ada@proefdorp.test")
        assert "heeft al een account" in talk.answer("E-mail address of", "coos@proefdorp.test")
    assert not (tmp_path / "settings.env").exists()


def test_a_second_setup_is_refused(installation: tuple[Path, dict[str, str]]) -> None:
    again = run(installation[0], "setup")
    assert again.returncode != 0
    assert "set up already" in again.stderr


def test_a_coordinator_logs_in_and_a_stop_ends_requests_in_flight(
    installation: tuple[Path, dict[str, str]],
) -> None:
    instance, words = installation
    port = free_port()
    with Talk(instance, "run", "--port", str(port)) as server:
        assert "Signalering" in wait_until_served(port)
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        page = opener.open(f"http://localhost:{port}/log-in").read().decode()
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert token is not None
        form = {
            "csrf_token": token[1],
            "email": "coos@proefdorp.test",
            "passphrase": words["coos@proefdorp.test"],
        }
        body = urllib.parse.urlencode(form).encode()
        answer = opener.open(f"http://localhost:{port}/log-in", body)
        # No second factor yet: setting one up comes before anything else.
        assert answer.url.endswith("/second-step")
        assert 'name="secret"' in answer.read().decode()
        assert server.stop() == 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: re.sub(r"FIGURES_KEY=.*", "", text), "FIGURES_KEY is missing"),
        (lambda text: re.sub(r"LOOKUP_KEY=.*", "LOOKUP_KEY=AAAA", text), "LOOKUP_KEY is weak"),
        (
            lambda text: re.sub(
                r"FIGURES_KEY=.*",
                "FIGURES_KEY=" + base64.b64encode(bytes(range(32))).decode(),
                text,
            ),
            "FIGURES_KEY in settings.env is not this installation's own",
        ),
    ],
)
def test_it_refuses_to_start_with_other_secrets(
    installation: tuple[Path, dict[str, str]], change: object, told: str
) -> None:
    assert callable(change)
    path = installation[0] / "settings.env"
    before = path.read_text()
    path.write_text(change(before))
    try:
        refused = run(installation[0], "run", "--port", str(free_port()))
    finally:
        path.write_text(before)
    assert refused.returncode != 0
    assert told in refused.stderr


def test_it_refuses_secrets_that_others_can_read(
    installation: tuple[Path, dict[str, str]],
) -> None:
    path = installation[0] / "settings.env"
    path.chmod(0o644)
    try:
        refused = run(installation[0], "run")
    finally:
        path.chmod(0o600)
    assert refused.returncode == 2
    assert "chmod 600" in refused.stderr


def test_a_bad_address_is_refused_before_anything_else_is_asked(tmp_path: Path) -> None:
    refused = run(tmp_path, "setup", typed="Gemeente Proefdorp\nhttp://proefdorp.test\n")
    assert refused.returncode == 2
    assert "PUBLIC_URL" in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_told_to_set_up(tmp_path: Path) -> None:
    refused = run(tmp_path, "run")
    assert refused.returncode == 2
    assert "signalering setup" in refused.stderr


def test_a_real_installation_is_left_alone_by_the_demonstration(
    installation: tuple[Path, dict[str, str]],
) -> None:
    refused = run(installation[0], "run", "--demo")
    assert refused.returncode != 0
    assert "real installation" in refused.stderr


def test_people_are_invited_and_trained(
    installation: tuple[Path, dict[str, str]],
) -> None:
    instance, _ = installation
    added = run(
        instance,
        *("partner", "add", "Praktijk De Proef", "--domain", "care_welfare"),
        *("--agreed-on", "2026-01-15"),
    )
    assert added.returncode == 0, added.stderr
    worker = ("mel@proefdorp.test", "--name", "Mel Der", "--hat", "frontline")
    unknown = run(instance, "invite", *worker, "--partner", "Niemand")
    assert unknown.returncode == 1
    invited = run(instance, "invite", *worker, "--partner", "Praktijk De Proef")
    assert invited.returncode == 0, invited.stderr
    trained = run(
        instance,
        *("training", "record", "mel@proefdorp.test"),
        *("--on", "2026-11-02", "--trainer", "Tia Trainer"),
    )
    assert trained.returncode == 0, trained.stderr
    assert re.search(r"/activate/[A-Za-z0-9_-]{43}\n", invited.stdout)
    colleague = ("col@proefdorp.test", "--name", "Col Lega", "--hat", "coordinator")
    assert run(instance, "invite", *colleague).returncode == 0


def test_the_chain_verifies_without_a_key(installation: tuple[Path, dict[str, str]]) -> None:
    head = run(installation[0], "audit", "head")
    assert head.returncode == 0, head.stderr
    verified = run(installation[0], "audit", "verify", "--head", head.stdout.strip())
    assert verified.returncode == 0, verified.stderr
    assert "the chain holds" in verified.stdout
