"""An uploaded scan: read once, with word of how far it has come, its doubtful figures shown with their pictures."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import Document, Doubtful
from disclosures.documents.reading import read_document
from disclosures.entry.imports.background import read, read_upload
from disclosures.entry.models import Progress, UploadedFile
from disclosures.intake.models import ReadingReport
from disclosures.statements.models import Disclosure
from tests.documents.scans.scanning import Scanner, needs_ocr
from tests.entry.imports.uploading import LIST, page_of, sample_unit, taken, uploaded

SAMPLE = Path(__file__).parents[3] / "documents" / "fushun-petition-office-2023.pdf"
PICTURE = "iVBORw0KGgo="
DOUBTS = [
    Doubtful("第 14 页表 1 第 8 行第 5 格", "635.36", "辨认没有把握", PICTURE),
    Doubtful("第 27 页表 1 第 3 行第 7 格", "— 21.05", "两次辨认不同，另一次认作 -2105", PICTURE),
]


@pytest.fixture
def scans(monkeypatch):
    """Whatever is read is the sample as if it had been scanned; the list counts how often that was done."""
    document = read_document(SAMPLE)
    messages = []

    def scan(reader: IsolatedReader, path: Path) -> Document:
        for page in range(1, 35):
            reader._heard(page, 34)
        messages.append(UploadedFile.objects.values_list("message", flat=True).last())
        return Document([*document.items, *DOUBTS], document.sightings)

    monkeypatch.setattr(IsolatedReader, "read", scan)
    return messages


def test_a_scan_is_read_once_and_says_how_far_it_is(admin_client, scans):
    page = uploaded(admin_client, SAMPLE.read_bytes(), "扫描.pdf")
    upload = UploadedFile.objects.get()
    assert scans == ["正在辨认扫描的第 34 页，共 34 页。"]
    assert (upload.state, upload.message) == (Progress.READ, "")
    assert admin_client.get(page).status_code == 200
    assert read(upload)[0].ledger.doubts[0].place == DOUBTS[0].place
    assert len(scans) == 1


def test_what_was_kept_in_another_form_is_read_again(admin_client, scans):
    uploaded(admin_client, SAMPLE.read_bytes(), "扫描.pdf")
    UploadedFile.objects.update(scan=b"0:of an older program")
    read(UploadedFile.objects.get())
    assert len(scans) == 2


def test_the_preview_and_the_report_show_the_picture_and_what_was_found(admin_client, scans):
    sample_unit()
    page = uploaded(admin_client, SAMPLE.read_bytes(), "扫描.pdf")
    seen = admin_client.get(page).text
    assert "看不清的地方（2）" in seen
    assert seen.count(f'<img src="data:image/png;base64,{PICTURE}"') == 2
    assert "与其他数核对相符：" in seen
    assert "没有别的数能核对，请对照图片" in seen
    assert "已存为草稿" in taken(admin_client, page)
    report = ReadingReport.objects.get(disclosure=Disclosure.objects.get()).content
    assert [(one["place"], one["is_settled"]) for one in report["doubts"]] == [
        (DOUBTS[0].place, True),
        (DOUBTS[1].place, False),
    ]


def test_a_scan_is_not_published_at_once(scans, db, capsys):
    sample_unit()
    options = {"unit": "210400-011001", "year": 2023}
    with pytest.raises(CommandError, match="是扫描件，不能直接公开；请先存为草稿，对照图片核对。"):
        call_command("import_document", SAMPLE, publish=True, **options)
    assert not Disclosure.objects.exists()
    call_command("import_document", SAMPLE, **options)
    assert "看不清 第 27 页表 1 第 3 行第 7 格：— 21.05。" in capsys.readouterr().out


@needs_ocr
def test_a_page_goes_through_the_process_that_reads_uploads(admin_client, tmp_path, settings):
    """Within its bounds of memory; the picture of a page is a document of one page."""
    settings.READER_SILENT_SECONDS = 3_600  # nobody else waits, however slow the machine
    scan = Scanner().scan(SAMPLE, tmp_path / "a.tif", [23])
    page = uploaded(admin_client, scan.read_bytes(), "扫描.tif")
    upload = UploadedFile.objects.get()
    assert upload.state == Progress.READ, upload.message
    assert upload.scan
    assert [table["number"] for table in upload.report["tables"] if table["place"]] == ["09"]
    assert admin_client.get(page).status_code == 200


@pytest.mark.parametrize("name", ["list", "one"])
def test_waiting_pages_show_the_word(admin_client, scans, name):
    uploaded(admin_client, SAMPLE.read_bytes(), "扫描.pdf")
    UploadedFile.objects.update(state=Progress.READING, message="正在辨认扫描的第 3 页，共 34 页。")
    address = LIST if name == "list" else page_of(UploadedFile.objects.get())
    assert "正在辨认扫描的第 3 页，共 34 页。" in admin_client.get(address).text


def test_nothing_else_is_kept(admin_client):
    text = "2023年度部门决算\n".encode()
    uploaded(admin_client, text, "a.txt")
    upload = UploadedFile.objects.get()
    read_upload.call(upload.pk)
    assert bytes(upload.scan) == b""
