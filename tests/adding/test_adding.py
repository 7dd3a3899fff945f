"""A column, a row, a table, a rule and a page are added to a copy of the project, and the copy is asked for them.

What is asked stands in `in_the_copy.py`. Nothing but the files that `additions.py` names is edited, so that a list in
`CONTRIBUTING.md` that named too few would fail here.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.adding.additions import COLUMN, ELSEWHERE, PAGE, ROW, RULE, TABLE, apply
from tests.adding.as_published import as_text

BASE = settings.BASE_DIR
COPIED = ("disclosures", "templates", "static", "locale", "fixtures", "manage.py", "pyproject.toml")
TESTS = (
    "conftest.py",
    "signed_in.py",
    "roles.py",
    "once.py",
    "building.py",
    "adding/as_published.py",
    "intake/drawn.py",
    "pages/every/messages.py",
)


def run(folder: Path, *command: str, **environment: str) -> str:
    """The output of a Python program in that folder, on a database that nobody else has."""
    own = {
        **os.environ,
        "DATABASE_URL": "sqlite://",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_PLUGINS": "",
        **environment,
    }
    done = subprocess.run([sys.executable, *command], cwd=folder, env=own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The project with all additions made in it, the migration made by Django and the words compiled."""
    folder = tmp_path_factory.mktemp("project")
    for name in COPIED:
        if (BASE / name).is_dir():
            shutil.copytree(BASE / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(BASE / name, folder / name)
    (folder / "var").mkdir()
    for name in TESTS:
        (folder / "tests" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(BASE / "tests" / name, folder / "tests" / name)
    shutil.copy(Path(__file__).with_name("in_the_copy.py"), folder / "tests" / "test_additions.py")
    for edits in (COLUMN, ROW, TABLE, RULE, PAGE, ELSEWHERE):
        apply(edits, folder)
    run(folder, "manage.py", "makemigrations", "--verbosity", "0")
    run(
        folder,
        "-m",
        "babel.messages.frontend",
        "--quiet",
        "compile",
        "--domain",
        "django",
        "--directory",
        "locale",
        "--locale",
        "en",
    )
    return folder


def test_one_migration_comes_of_the_declaration_and_no_other(copy):
    made = {file.relative_to(copy) for file in copy.glob("disclosures/*/migrations/*.py")}
    new = {file for file in made if not (BASE / file).exists()}
    assert [file.parent.parent.name for file in new] == ["statements"]


@pytest.mark.django_db
def test_each_addition_is_taken_up_everywhere(copy):
    (copy / "expected.json").write_text(as_text(), encoding="utf-8")
    run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
