"""Our stylesheets as they are served: with all that they import, under a name that changes with every part."""

from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from disclosures.pages.stylesheets import JoinedStylesheets


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


def test_every_stylesheet_that_pages_import_is_there():
    sheet = (Path(__file__).parents[3] / "static" / "pages.css").read_text()
    parts = [line.split('"')[1] for line in sheet.splitlines() if line.startswith("@import")]
    assert len(parts) == sheet.count("@import") > 1
    for part in parts:
        assert (Path(__file__).parents[3] / "static" / part).exists()
