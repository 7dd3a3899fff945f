"""Our stylesheets and scripts as they are served: with what they import, under names that change with it."""

import re
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from disclosures.pages.stylesheets import JoinedStylesheets

STATIC = Path(__file__).parents[3] / "static"


@pytest.fixture
def source(tmp_path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "all.css").write_text('/* all */\n@import "part.css";\n.all { top: 0; }\n')
    (folder / "part.css").write_text(".part { top: 0; }\n")
    return folder


def served(source: Path) -> tuple[str, str]:
    """Name and content of the whole stylesheet after collecting."""
    target = JoinedStylesheets(location=source.parent / "target", base_url="/static/")
    place = FileSystemStorage(source)
    list(target.post_process({file.name: (place, file.name) for file in source.iterdir()}))
    name = target.hashed_files["all.css"]
    return name, Path(target.path(name)).read_text()


def test_a_stylesheet_is_served_with_all_that_it_imports(source):
    _, content = served(source)
    assert content == "/* all */\n.part { top: 0; }\n\n.all { top: 0; }\n"


def test_a_part_that_changes_gives_the_whole_a_new_name(source):
    before, _ = served(source)
    (source / "part.css").write_text(".part { top: 1px; }\n")
    after, content = served(source)
    assert before != after
    assert ".part { top: 1px; }" in content


def test_a_script_imports_others_by_the_names_that_are_served(tmp_path):
    target = JoinedStylesheets(location=tmp_path, base_url="/static/")
    place = FileSystemStorage(STATIC)
    names = [f"grid/{script.name}" for script in (STATIC / "grid").glob("*.js")]
    list(target.post_process({name: (place, name) for name in names}))
    script = (tmp_path / target.hashed_files["grid/grid.js"]).read_text()
    imported = re.findall(r'from "\./(.+?)"', script)
    assert len(imported) > 5
    assert all(f"grid/{name}" in target.hashed_files.values() for name in imported)


def test_every_stylesheet_that_pages_import_is_there():
    sheet = (STATIC / "pages.css").read_text()
    parts = [line.split('"')[1] for line in sheet.splitlines() if line.startswith("@import")]
    assert len(parts) == sheet.count("@import") > 1
    for part in parts:
        assert (STATIC / part).exists()
