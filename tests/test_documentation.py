"""What the documentation names is there, and what needs a reason has one."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import call_command, get_commands

BASE = settings.BASE_DIR
SAMPLE = BASE / "fixtures" / "fushun-petition-office-2023.txt"


def text_of(name: str) -> str:
    return (BASE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt", "requirements-ocr.txt"])
def test_every_dependency_has_one_exact_version_and_a_reason(file):
    decisions = text_of("docs/decisions.md")
    requirements = [line for line in text_of(file).splitlines() if line[:1] not in ("#", "-")]
    for requirement in requirements:
        name, version = re.fullmatch(r"([\w.-]+)(?:\[\w+\])?==([\d.]+)", requirement).groups()
        assert version
        assert f"**{name}**" in decisions


@pytest.mark.parametrize("name", ["requirements", "requirements-dev", "requirements-ocr"])
def test_every_dependency_is_locked_with_the_digests_of_its_files(name):
    locked = re.findall(
        r"^([\w.-]+)(?:\[[\w,]+\])?==(\S+)(?: ;[^\\]*)? \\\n    --hash", text_of(f"{name}.lock"), re.MULTILINE
    )
    named = re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==(\S+)$", text_of(f"{name}.txt"), re.MULTILINE)
    assert len(locked) == len(re.findall(r"^[\w.-]+.*==", text_of(f"{name}.lock"), re.MULTILINE))
    assert {(one.lower().replace("_", "-"), version) for one, version in named} <= set(locked), "run: make lock"


def test_the_readme_lists_every_stage():
    stages = {init.parent.name for init in (BASE / "disclosures").glob("*/__init__.py")}
    listed = set(re.findall(r"^\| `(\w+)/` \|", text_of("README.md"), re.MULTILINE))
    assert listed == {"disclosures", *stages}  # the head of the list is the package itself


def test_the_readme_names_commands_that_exist():
    readme = text_of("README.md")
    commands = set(re.findall(r"manage\.py (\w+)", readme))
    targets = set(re.findall(r"(?:`|^    )make (\w+)", readme, re.MULTILINE))
    assert {"import_document", "read_document"} <= commands <= set(get_commands())
    assert {"run", "test"} <= targets <= set(re.findall(r"^(\w+):.*##", text_of("Makefile"), re.MULTILINE))


def test_the_readme_names_files_that_exist():
    for name in re.findall(r"`([\w./-]+\.(?:md|py)|\w+/)`(?! beside)", text_of("README.md")):
        assert (BASE / name).exists() or (BASE / "disclosures" / name).exists(), name


def test_the_readme_says_where_to_begin():
    """Each file of its map is there, and holds the name to begin at."""
    rows = re.findall(r"^\| [^|]+ \| `([\w/]+\.\w+)`([^|]*)\| `(\w+)` \|$", text_of("README.md"), re.MULTILINE)
    assert len(rows) > 20
    for file, others, name in rows:
        text = text_of(file if file.startswith("static/") else f"disclosures/{file}")
        assert re.search(rf"^(?:export )?(?:class |def )?{name}\b", text, re.MULTILINE), file
        for other, is_beside in re.findall(r"`([\w/]+\.py)`( beside it)?", others):
            there = (BASE / "disclosures" / file).with_name(other) if is_beside else BASE / "disclosures" / other
            assert there.exists(), others


@pytest.mark.django_db
def test_the_readme_names_addresses_that_answer(client):
    call_command("load_codes")
    call_command("import_document", SAMPLE, unit="210400-011001", year=2023, publish=True)
    addresses = re.findall(r"<http://127\.0\.0\.1:8000(/[^>]*)>", text_of("README.md"))
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def names_in_package() -> Iterator[str]:
    """Classes, functions, fields and variables of the package, and its text constants, such as keys of rows."""
    for file in (BASE / "disclosures").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                yield node.name
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_the_glossary_names_what_the_code_calls_so():
    rows = [line.split("|") for line in text_of("docs/glossary.md").splitlines() if line.startswith("| ")]
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row[3])}
    assert len(named) > 60
    assert named <= set(names_in_package())
