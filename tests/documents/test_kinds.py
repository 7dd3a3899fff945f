"""A file must be what its name says; what it is instead is said in one sentence."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from disclosures.documents.items import DocumentError
from disclosures.documents.reading import read

HERE = Path(__file__).parent
SAMPLE = HERE / "fushun-petition-office-2023.xlsx"


def refusal(path) -> str:
    with pytest.raises(DocumentError) as refused:
        read(path)
    return str(refused.value)


@pytest.mark.parametrize(
    ("source", "name", "is_really"),
    [
        ("fushun-petition-office-2023.xlsx", "a.xls", "Excel 工作簿（.xlsx）"),
        ("fushun-petition-office-2023.xls", "a.xlsx", "Excel 97 工作簿（.xls）"),
        ("fushun-petition-office-2023.docx", "a.xlsx", "Word 文档（.docx）"),
        ("fushun-petition-office-2023.ods", "a.docx", "ODF 工作簿（.ods）"),
    ],
)
def test_a_renamed_file_is_told_what_it_really_is(tmp_path, source, name, is_really):
    shutil.copy(HERE / source, tmp_path / name)
    assert refusal(tmp_path / name) == f"{name} 其实是{is_really}；请改成正确的扩展名再导入。"


def test_a_page_that_calls_itself_a_workbook_is_told_so(tmp_path):
    path = tmp_path / "a.xls"
    path.write_text("<html><table><tr><td>1</td></tr></table></html>")
    assert "其实是网页" in refusal(path)


def test_an_archive_of_files_is_no_document(tmp_path):
    with ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("决算.txt", "1")
    assert refusal(tmp_path / "a.xlsx") == "a.xlsx 是压缩包，不是文档；请先解压，再导入里面的文件。"


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods", "docx"])
def test_a_truncated_file_is_one_sentence(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    content = SAMPLE.with_suffix(f".{ending}").read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert refusal(path).startswith(f"a.{ending} ")


def test_an_encrypted_workbook_is_asked_for_without_its_password(tmp_path):
    """An encrypted office file is an OLE container whose stream is named EncryptedPackage."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    assert refusal(path) == "a.xlsx 加了密码，不能读；请先去掉密码。"


def test_an_archive_that_unpacks_without_bound_is_refused(tmp_path):
    book = Workbook()
    book.save(tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx", "a", compression=8) as archive:
        archive.writestr("xl/media/zeros", bytes(501 * 1024 * 1024))
    assert "解压后的大小（MB）超过 500" in refusal(tmp_path / "a.xlsx")


def test_without_libreoffice_an_old_format_says_what_would_help(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "a.doc"
    path.write_bytes(b"x")
    with pytest.raises(DocumentError, match="要装有 LibreOffice 才能读；也可以另存为"):
        read(path)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LIBREOFFICE IS NOT INSTALLED: OLD FORMATS WERE NOT READ")
def test_an_old_word_document_is_read_by_way_of_libreoffice(tmp_path):
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg936 {\u25910?\u20837?}\par 1,262.08\par}")
    assert [item.text for item in read(path)] == ["收入", "1,262.08"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LIBREOFFICE IS NOT INSTALLED: OLD FORMATS WERE NOT READ")
def test_what_libreoffice_cannot_open_is_one_sentence(tmp_path):
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(1000))
    assert refusal(path).startswith("a.doc ")
