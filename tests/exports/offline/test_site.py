"""The archive as a whole: verified, renewed, gone on with after a kill, and refused where it would cost something."""

import io
import subprocess

import pytest
from django.core.management import CommandError, call_command

from disclosures.exports.offline.known import NAME
from disclosures.exports.offline.site import MANIFEST, Export
from disclosures.publication import workflow
from tests.exports.as_a_server import connection_stays

pytestmark = pytest.mark.django_db

UNIT = "units/210400-011001"
OPTIONS = ("--without-english", "--site=http://testserver")
FRONT = f"{UNIT}/2023/index.html"


@pytest.fixture(autouse=True)
def own_name(settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    with connection_stays():
        yield


def export(folder) -> str:
    """What the command says. Without the code lists, forms name codes that have no page: it ends by naming some."""
    said = io.StringIO()
    with pytest.raises(CommandError, match="个网址没有答出文件：/codes/function/202/（404）"):
        call_command("export_site", folder, *OPTIONS, stdout=said, stderr=io.StringIO())
    return said.getvalue()


def refused(folder, *options: str) -> str:
    """Why the command does nothing."""
    with pytest.raises(CommandError) as error:
        call_command("export_site", folder, *options, stdout=io.StringIO(), stderr=io.StringIO())
    return str(error.value)


def times(folder) -> dict:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*.*") if path.is_file()}


def verified(archive) -> str:
    """The manifest, after it was compared with what is there."""
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", MANIFEST], cwd=archive, check=True)
    manifest = (archive / MANIFEST).read_text()
    listed = {line.partition("  ")[2] for line in manifest.splitlines()[1:]}
    assert listed == {str(path.relative_to(archive)) for path in times(archive)} - {MANIFEST, NAME}
    return manifest


def break_off(archive, after: int) -> None:
    """Begin the archive, and stop in the middle as a kill does."""

    def killed(self, entry, make=Export._make):
        if len(times(archive)) > after:
            raise KeyboardInterrupt
        make(self, entry)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Export, "_make", killed)
        with pytest.raises(KeyboardInterrupt):
            call_command("export_site", archive, *OPTIONS, stdout=io.StringIO(), stderr=io.StringIO())


def test_a_killed_run_goes_on_and_what_changes_alone_is_written(tmp_path, published_2023):
    archive = tmp_path / "archive"
    break_off(archive, after=60)
    before = times(archive)
    before.pop(archive / NAME)
    assert len(before) > 50
    assert not (archive / MANIFEST).exists()
    export(archive)
    assert before.items() <= times(archive).items()  # none was made twice
    assert not (archive / f"{UNIT}/2023.r1").exists()  # what is current stands below its year
    assert verified(archive).startswith("# publication 1, http://testserver\n")

    (archive / FRONT).write_text("cut")  # somebody else's hand
    before = times(archive)
    assert "新写 1 个" in export(archive)
    changed = {path for path, time in times(archive).items() if before[path] != time}
    assert changed >= {archive / FRONT}
    assert archive / f"{UNIT}/2023/tables/03/index.html" not in changed

    workflow.withdraw(published_2023, "有误")
    export(archive)
    assert verified(archive).startswith("# publication 2, ")
    assert not (archive / FRONT).exists()
    assert "撤回" in (archive / f"{UNIT}/2023.r1/index.html").read_text()


def test_nothing_of_others_is_touched(tmp_path, published_2023):
    (tmp_path / "letter.txt").write_text("mine")
    assert "里有别的文件" in refused(tmp_path, "--site=http://testserver")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_what_cannot_be_written_is_one_sentence(tmp_path, published_2023):
    (tmp_path / "file").write_text("")
    assert "没有写完" in refused(tmp_path / "file", "--site=http://testserver")
    assert "ALLOWED_HOSTS" in refused(tmp_path / "archive", "--site=http://elsewhere.example")
    assert "应当像" in refused(tmp_path / "archive", "--site=elsewhere")


def test_where_nothing_is_published_there_is_no_archive(tmp_path):
    assert "还没有公开的决算" in refused(tmp_path / "archive", "--site=http://testserver")
