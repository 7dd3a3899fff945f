"""The chart script: of the version that the figures are made for, every part pinned, and what happens without it."""

import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

import bundle.__main__ as bundle
from disclosures.pages import finders as ours
from disclosures.pages.finders import PlotlyFinder


def package(name: str) -> dict:
    return json.loads((bundle.HERE / name).read_text(encoding="utf-8"))


def test_the_script_is_built_from_the_version_that_the_python_package_makes_figures_for():
    script = (ours.PACKAGE / ours.SCRIPT).read_text(encoding="utf-8")
    [version] = re.findall(r"plotly\.js v([\d.]+)", script[:200])
    assert package("package.json")["dependencies"]["plotly.js"] == version


def test_every_source_has_an_exact_version_and_a_checksum():
    packages = package("package-lock.json")["packages"]
    root = packages.pop("")
    assert root["dependencies"] == package("package.json")["dependencies"]
    assert all(re.fullmatch(r"[\d.]+", version) for version in root["dependencies"].values())
    assert all("integrity" in one for one in packages.values())


def test_without_a_registry_it_says_so_and_leaves_nothing_behind(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setattr(bundle, "OUT", tmp_path / "bundle")
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle" / bundle.SCRIPT).write_text("an earlier one")
    assert bundle.main() == 1
    assert "could not be built" in capsys.readouterr().err
    assert not (tmp_path / "bundle").exists()


@pytest.mark.parametrize("is_built", [True, False])
def test_the_built_script_is_served_else_that_of_the_installed_package(is_built, monkeypatch, tmp_path):
    monkeypatch.setattr(ours, "BUNDLE", tmp_path)
    if is_built:
        (tmp_path / ours.SCRIPT).write_text("built")
    found = Path(PlotlyFinder().find("plotly/plotly.min.js"))
    assert found == (tmp_path if is_built else ours.PACKAGE) / ours.SCRIPT


def test_nothing_else_of_those_folders_is_served():
    assert finders.find("plotly/plotly.min.js")
    assert finders.find("plotly/axe.min.js") is None
    listed = [path for finder in finders.get_finders() for path, _ in finder.list([])]
    assert listed.count(ours.SCRIPT) == 1
