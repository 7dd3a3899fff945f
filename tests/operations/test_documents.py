"""docs/operations.md and the files that it names: what they say is there, is there."""

import re
import shutil
import subprocess
import warnings

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class

from disclosures.operations.watched.health import ADDRESSES

FOLDER = settings.BASE_DIR / "docs" / "operations"
TEXT = (FOLDER.parent / "operations.md").read_text(encoding="utf-8")
FILES = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.iterdir()}
COMMANDS = re.findall(r"manage\.py (\w+)((?: +\"?[^\s`|'\")]+)*)", "\n".join((TEXT, *FILES.values())))
UNITS = [name for name in FILES if name.endswith((".service", ".timer"))]


@pytest.mark.parametrize(("name", "words"), COMMANDS, ids=lambda part: str(part).strip())
def test_each_command_takes_these_words(name, words):
    parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
    given = [word.strip('"').replace("%i", "8001") for word in words.partition("$(")[0].split()]
    parser.parse_args(given)


def test_the_file_names_every_command_of_an_operator():
    ours = {name for name, app in get_commands().items() if app == "disclosures.operations"}
    assert ours <= {name for name, _ in COMMANDS}


def test_each_file_is_named_and_each_unit_is_a_file():
    units = set(re.findall(r"juesuan(?:-\w+)?(?:@\w+|\.timer)", TEXT))
    named = {re.sub(r"@\w+", "@.service", unit) for unit in units}
    named |= {name.replace(".timer", ".service") for name in named}  # what a timer starts
    named |= set(re.findall(r"`(nginx\.conf|environment|Containerfile)`", TEXT))
    assert named == set(FILES)


def test_the_container_has_what_makes_the_documents():
    named = re.search(r"apt-get install (.+)", TEXT)[1].split()
    needed = {name for name in named if name.startswith(("libreoffice", "fonts"))}
    assert needed
    assert needed <= set(FILES["Containerfile"].split())


def test_targets_of_make_and_addresses_are_there():
    targets = set(re.findall(r"^(\w+):", (settings.BASE_DIR / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"make (?:-C \S+ )?([a-z]+)\b", TEXT + FILES["Containerfile"])) & {"ready", "run"} <= targets
    assert set(re.findall(r"^\| `(/\w+)`", TEXT, re.MULTILINE)) == set(ADDRESSES)
    assert set(re.findall(r"location = (/\w+)", FILES["nginx.conf"])) == set(ADDRESSES)


def test_settings_that_are_named_are_read():
    files = ("settings.py", "operations/mail.py")
    known = "\n".join((settings.BASE_DIR / "disclosures" / name).read_text(encoding="utf-8") for name in files)
    named = set(re.findall(r"^([A-Z_]+)=", FILES["environment"], re.MULTILINE))
    named |= set(re.findall(r"`([A-Z]+_[A-Z_]+)(?:=\w+)?`", TEXT))
    assert named
    for name in named:
        assert f'"{name}"' in known, name


def test_figures_that_are_named_are_told(client, settings, db):
    settings.METRICS = True
    client.get("/nowhere/")
    told = client.get("/metrics").content.decode()
    named = set(re.findall(r"\bsite_[a-z_]+", TEXT))
    assert len(named) >= 5
    for name in named:
        assert name in told


def test_systemd_takes_the_units(tmp_path):
    if not shutil.which("systemd-analyze"):
        warnings.warn("SYSTEMD IS NOT INSTALLED: ITS UNITS WERE NOT TRIED.", stacklevel=1)
        pytest.skip("systemd-analyze is not installed")
    for name in UNITS:
        text = FILES[name].replace("/opt/juesuan/current", str(settings.BASE_DIR))
        (tmp_path / name.replace("@", "@8001")).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", *sorted(tmp_path.iterdir())], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
