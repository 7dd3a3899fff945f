"""What a file tells of its authors is found, and a cleaned copy tells none of it and reads the same."""

from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from disclosures.documents.converted import office
from disclosures.documents.items import Aside, DocumentError
from disclosures.documents.limits import Limits
from disclosures.documents.reading import read_document
from disclosures.documents.traces.finding import traces_of, write_cleaned
from disclosures.documents.traces.trace import Trace
from tests.documents.making.signed import PERSON, SECRET, SIGNED

HERE = Path(__file__).parent
SAMPLES = sorted(HERE.glob("fushun-petition-office-2023.*[!jn]")) + sorted(HERE.glob("*2024.pdf"))

# Kinds that each file above tells, and those that stay in its copy because they are what it shows or hides on purpose.
FOUND = {
    ".docx": {"作者", "最后修改者", "批注", "修订", "文档属性"},
    ".xlsx": {"作者", "最后修改者", "批注", "隐藏的工作表", "隐藏的行列"},
    ".odt": {"作者", "最后修改者", "批注", "修订", "缩略图"},
    ".ods": {"作者", "最后修改者", "批注", "隐藏的工作表", "隐藏的行列", "缩略图"},
    ".pdf": {"作者", "文档属性", "批注", "嵌入的文件", "宏"},
    ".html": {"作者", "源代码注释"},
}
STAY = {"隐藏的工作表", "隐藏的行列"}


def signed(folder, ending):
    path = folder / f"a{ending}"
    SIGNED[ending](path)
    return path


def everything_in(path) -> bytes:
    """All bytes of a file, unpacked."""
    if path.suffix == ".pdf":
        with pikepdf.Pdf.open(path) as pdf:
            streams = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
            return b"".join([*(repr(one).encode() for one in pdf.objects), repr(pdf.trailer).encode(), *streams])
    if path.suffix == ".html":
        return path.read_bytes()
    with ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def seen(document) -> tuple:
    """What is read as seen; what is put aside may be gone in a copy."""
    return [item for item in document.items if not isinstance(item, Aside)], document.sightings


@pytest.mark.parametrize("ending", SIGNED)
def test_every_trace_is_found_and_says_who_or_what(tmp_path, ending):
    traces = traces_of(signed(tmp_path, ending))
    assert {one.kind for one in traces} >= FOUND[ending]
    assert PERSON in repr(traces)


@pytest.mark.parametrize("ending", SIGNED)
def test_a_cleaned_copy_tells_nothing_of_it(tmp_path, ending):
    path, copy = signed(tmp_path, ending), tmp_path / f"b{ending}"
    write_cleaned(path, copy)
    told = everything_in(path)
    assert PERSON.encode() in told or PERSON in told.decode("utf-8", "replace")
    cleaned = everything_in(copy)
    for secret in (PERSON, SECRET):
        assert secret.encode() not in cleaned
        assert secret.encode("utf-16-be") not in cleaned
    assert {one.kind for one in traces_of(copy)} <= STAY


@pytest.mark.parametrize("ending", SIGNED)
def test_a_cleaned_copy_reads_the_same(tmp_path, ending):
    if ending == ".odt" and not office.is_installed():
        pytest.skip("LIBREOFFICE IS NOT INSTALLED: .odt WAS NOT READ")
    path, copy = signed(tmp_path, ending), tmp_path / f"b{ending}"
    write_cleaned(path, copy)
    assert "1262.08" in repr(read_document(copy).items).replace(",", "")
    assert seen(read_document(path)) == seen(read_document(copy))


@pytest.mark.parametrize("path", [one for one in SAMPLES if one.suffix != ".xls"], ids=lambda path: path.name)
def test_real_documents_read_the_same_when_cleaned(tmp_path, path):
    copy = tmp_path / path.name
    write_cleaned(path, copy)
    assert seen(read_document(path)) == seen(read_document(copy))
    assert {one.kind for one in traces_of(copy)} <= STAY | {"本机路径"}


def test_a_page_keeps_its_links_and_loses_its_notes(tmp_path):
    write_cleaned(signed(tmp_path, ".pdf"), tmp_path / "b.pdf")
    with pikepdf.Pdf.open(tmp_path / "b.pdf") as pdf:
        assert [str(one.Subtype) for one in pdf.pages[0].Annots] == ["/Link"]


def test_a_text_tells_nothing_and_another_format_says_that_it_was_not_looked_into(tmp_path):
    assert traces_of(tmp_path / "a.txt") == []
    assert [one.kind for one in traces_of(tmp_path / "a.xls")] == ["没有检查"]
    with pytest.raises(DocumentError, match=r"a\.xls 这种格式不能清理"):
        write_cleaned(tmp_path / "a.xls", tmp_path / "b.xls")


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".ods"])
def test_a_damaged_file_is_told_not_to_have_been_looked_into(tmp_path, ending):
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"%PDF-1.4 nothing")
    (trace,) = traces_of(path)
    assert trace.kind == "没有检查"
    with pytest.raises(DocumentError, match="清理不了"):
        write_cleaned(path, tmp_path / f"b{ending}")


def test_very_many_traces_are_not_all_listed(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<html><body><p>1</p>" + f"<!-- {'x' * 1000} -->" * 10_000)
    traces = traces_of(path)
    assert len(traces) == 201
    assert traces[-1] == Trace("没有检查", ".html", "还有更多，没有一一列出。")
    assert max(len(one.text) for one in traces) == 200


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="解压后的大小"):
        traces_of(signed(tmp_path, ".docx"), Limits(unpacked_megabytes=-1))
