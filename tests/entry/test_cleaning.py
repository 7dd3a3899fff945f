"""What a file tells of its authors is told to the clerk, who may keep a cleaned copy and the digest of the original."""

from hashlib import sha256
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from docx import Document

from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import DocumentError
from disclosures.entry.imports.importing import Wish, import_one, is_there
from disclosures.intake.jobs import Job
from disclosures.intake.models import ReadingReport
from disclosures.statements.models import Disclosure, SourceDocument
from tests.once import once

SAMPLE = settings.BASE_DIR / "tests" / "documents" / "fushun-petition-office-2023.docx"
UNIT, YEAR = "210400-011001", 2023
PERSON, REMARK = "张三丰", "这个数再核一下"

pytestmark = pytest.mark.django_db


@once(autouse=True)
def codes():
    call_command("load_codes", stdout=StringIO())


@pytest.fixture
def file(tmp_path):
    """The sample with an author and a comment."""
    document = Document(str(SAMPLE))
    document.core_properties.author = PERSON
    paragraph = next(one for one in document.paragraphs if one.runs)
    document.add_comment(paragraph.runs[0], text=REMARK, author=PERSON)
    document.save(str(tmp_path / "决算.docx"))
    return tmp_path / "决算.docx"


def imported(path, **options) -> str:
    out = StringIO()
    call_command("import_document", path, unit=UNIT, year=YEAR, stdout=out, **options)
    return out.getvalue()


def unpacked(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "replace")


def test_the_clerk_is_told_and_the_file_stays_as_it_came(file, admin_client):
    out = imported(file)
    assert f"文件里还有 作者（docProps/core.xml creator）：{PERSON}" in out
    assert f"文件里还有 批注（word/comments.xml）：{PERSON}：{REMARK}" in out
    source = SourceDocument.objects.get()
    assert (bytes(source.content), source.original_sha256) == (file.read_bytes(), "")
    page = admin_client.get(f"/admin/statements/disclosure/{Disclosure.objects.get().pk}/report/").content.decode()
    assert "会随文件一起公开" in page
    assert REMARK in page


def test_reading_alone_tells_it_too(file):
    out = StringIO()
    call_command("read_document", file, stdout=out)
    assert f"文件里还有 作者（docProps/core.xml creator）：{PERSON}" in out.getvalue()


def test_a_cleaned_copy_is_kept_beside_the_digest_of_the_original(file, client):
    before = sha256(file.read_bytes()).hexdigest()
    imported(file)
    plain = ReadingReport.objects.get().content["tables"]
    out = imported(file, clean=True, replace=True, publish=True)
    assert PERSON not in out
    source = SourceDocument.objects.get(original_sha256=before)
    content = bytes(source.content)
    assert (source.name, source.sha256) == ("决算.docx", sha256(content).hexdigest())
    assert PERSON not in unpacked(content)
    assert REMARK not in unpacked(content)
    assert ReadingReport.objects.get().content["tables"] == plain

    page = client.get(f"/units/{UNIT}/{YEAR}/source/").content.decode()
    assert "清理后的一份" in page
    assert before in page
    assert source.sha256 in page
    answer = client.get(f"/units/{UNIT}/{YEAR}/source/file")
    assert answer.content == content
    assert "%EF%BC%88%E6%B8%85%E7%90%86%E5%90%8E%EF%BC%89.docx" in answer["Content-Disposition"]  # （清理后）


def test_the_original_counts_as_imported_when_its_copy_is(file):
    imported(file, clean=True)
    assert is_there(Job(str(file), UNIT, YEAR))


def test_a_kept_copy_is_read_again_like_any_source(file):
    imported(file, clean=True, publish=True)
    out = StringIO()
    call_command("reread", stdout=out, stderr=StringIO())
    assert out.getvalue().startswith("重读 1 份，0 份有不同")


def test_what_cannot_be_cleaned_is_not_imported(tmp_path):
    with pytest.raises(CommandError, match=r"\.xls 这种格式不能清理"):
        imported(SAMPLE.with_suffix(".xls"), clean=True)
    assert not Disclosure.objects.exists()


class Careless(IsolatedReader):
    """One whose copies lose a figure."""

    def clean(self, path, target):
        super().clean(path, target)
        document = Document(str(target))
        cell = next(cell for row in document.tables[-1].rows for cell in row.cells if cell.text.strip())
        cell.text = ""
        document.save(str(target))


def test_a_copy_that_reads_otherwise_is_never_kept(file):
    with Careless() as reader, pytest.raises(DocumentError, match="清理后读出来与原件不同"):
        import_one(Job(str(file), UNIT, YEAR), Wish(clean=True), reader)
    assert not Disclosure.objects.exists()
    assert not SourceDocument.objects.exists()
