"""The contracts of pyproject.toml between the packages, and what a contract cannot say."""

import ast
import importlib
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

PACKAGE = settings.BASE_DIR / "disclosures"
PACKAGES = sorted(f"disclosures.{init.parent.name}" for init in PACKAGE.glob("*/__init__.py"))


TEMPLATES = settings.BASE_DIR / "templates"
WIDEST = 160  # characters that a line of a template has at most
LONGEST = 300  # lines of a file
MOST_MODULES = 14  # in a folder


def imported(file: Path) -> set[str]:
    """The top-level names that a module imports anywhere in its text."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("." if node.level else node.module.partition(".")[0])
    return names


def test_no_stage_imports_what_stands_above_it(monkeypatch):
    monkeypatch.chdir(settings.BASE_DIR)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def test_amounts_stand_on_the_standard_library_alone():
    assert imported(PACKAGE / "amounts.py") <= sys.stdlib_module_names


@pytest.mark.parametrize("package", ["disclosures", *PACKAGES])
def test_every_package_says_in_one_sentence_what_belongs_there(package):
    sentence = importlib.import_module(package).__doc__ or ""
    assert sentence.strip().endswith("."), f"{package}/__init__.py needs a docstring that ends with a full stop"
    assert "\n" not in sentence.strip()


def test_every_app_of_ours_is_a_package_with_such_a_sentence():
    apps = {app for app in settings.INSTALLED_APPS if app.startswith("disclosures") and ".apps." not in app}
    plain = {
        f"disclosures.{name}" for name in ("documents", "addresses", "tables", "sentences", "finding")
    }  # no models and no commands
    assert apps == set(PACKAGES) - plain


def test_no_line_of_a_template_is_too_long_to_read():
    files = (*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.xml"))
    long = [
        f"{file.relative_to(TEMPLATES)}:{number}"
        for file in sorted(files)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > WIDEST
    ]
    assert not long, "use {% oneline %} where a line break would show as a space"


def test_no_folder_and_no_file_is_too_full_to_read():
    ours = [
        file
        for folder in ("disclosures", "tests", "static")
        for file in sorted((settings.BASE_DIR / folder).rglob("*"))
        if file.suffix in (".py", ".css", ".js") and "migrations" not in file.parts
    ]
    modules = Counter(file.parent for file in ours if file.suffix == ".py" and file.name != "__init__.py")
    assert [folder.as_posix() for folder, count in modules.items() if count > MOST_MODULES] == []
    long = [file for file in ours if len(file.read_text(encoding="utf-8").splitlines()) > LONGEST]
    assert [file.relative_to(PACKAGE).as_posix() for file in long] == ["statements/models.py"]
