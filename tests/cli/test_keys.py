"""Keys on the command line, in real processes: how they stand, recovered, new shares."""

import re
from pathlib import Path

import pytest
from kit.talk import Talk, run

PEOPLE = {
    "first administrator": ("Ada Admin", "ada@proefdorp.test"),
    "first coordinator": ("Coos Co", "coos@proefdorp.test"),
    "first privacy officer": ("Pia Privacy", "pia@proefdorp.test"),
}
Installation = tuple[Path, list[str], dict[str, str]]


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The folder, the shares, and the passphrases by address."""
    instance = tmp_path_factory.mktemp("keys")
    with Talk(instance, "setup") as talk:
        talk.answer("Name of the municipality", "Gemeente Proefdorp")
        talk.answer("Address at which people reach it", "http://localhost:8000")
        for who, (name, email) in PEOPLE.items():
            if who == "first privacy officer":
                talk.answer("Add a deputy", "n")
            talk.answer(f"Name of the {who}", name)
            talk.answer(f"E-mail address of {name}", email)
        shares = re.findall(r"Share \d:\n([a-z ]+)\n", talk.wait_for("Type share one back"))
        talk.answer("", shares[0])
        talk.answer("share two", shares[1])
        said = talk.wait_for("Done.")
        assert talk.ends() == 0
    return instance, shares, dict(re.findall(r"(\S+@proefdorp\.test): ([a-z ]+)", said))


def test_status_tells_how_they_stand(installation: Installation) -> None:
    told = run(installation[0], "keys", "status")
    assert told.returncode == 0, told.stderr
    assert "casework 1: open, holders: 1" in told.stdout
    assert "alarms: 0" in told.stdout


def test_two_shares_give_the_keys_to_somebody(installation: Installation) -> None:
    instance, shares, _ = installation
    typed = f"{shares[2]}\nacademic\n{shares[2]}\n{shares[0]}\n"
    given = run(instance, "keys", "recover", "--to", "coos@proefdorp.test", typed=typed)
    assert given.returncode == 0, given.stderr
    assert "holds these keys now: casework" in given.stdout
    refused = run(instance, "keys", "recover", "--to", "ada@proefdorp.test", typed=typed)
    assert refused.returncode == 1


def test_new_shares_shut_out_the_old_ones(installation: Installation) -> None:
    instance, shares, words = installation
    with Talk(instance, "keys", "renew-recovery") as talk:
        talk.answer("holder of casework", "coos@proefdorp.test")
        talk.answer("Passphrase of", words["coos@proefdorp.test"])
        talk.answer("holder of audit", "pia@proefdorp.test")
        talk.answer("Passphrase of", words["pia@proefdorp.test"])
        new = re.findall(r"Share \d:\n([a-z ]+)\n", talk.wait_for("Type share one back"))
        talk.answer("", new[0])
        talk.answer("share two", new[2])
        told = talk.wait_for("somebody may know")
        assert "still open what a keystore backup from before now holds" in " ".join(told.split())
        assert "after 30 days" in " ".join(told.split())
        assert talk.ends() == 0
    to = ("keys", "recover", "--to", "coos@proefdorp.test")
    assert run(instance, *to, typed=f"{shares[0]}\n{shares[1]}\n").returncode == 1
    assert run(instance, *to, typed=f"{new[1]}\n{new[2]}\n").returncode == 0
