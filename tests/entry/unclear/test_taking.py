"""Pieces of a scan that are taken into a draft bring their doubts with them, and no others."""

from pathlib import Path

import pytest

from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import Document, Doubtful
from disclosures.documents.reading import read_document
from disclosures.statements.scans.unclear import Unclear
from tests.entry.imports.uploading import sample_unit, taken, uploaded

SAMPLE = Path(__file__).parents[2] / "documents" / "fushun-petition-office-2023.pdf"
OF_03 = Doubtful("第 14 页表 1 第 8 行第 5 格", "635.36", "辨认没有把握")
OF_02 = Doubtful("第 12 页表 1 第 5 行第 3 格", "1,262.08", "辨认没有把握")

pytestmark = pytest.mark.django_db


def test_doubts_go_with_the_tables_that_were_taken(admin_client, monkeypatch):
    document = read_document(SAMPLE)
    scan = Document([*document.items, OF_03, OF_02], document.sightings)
    monkeypatch.setattr(IsolatedReader, "read", lambda self, path: scan)
    sample_unit()
    for names, there in ((["03"], [OF_03]), (["02"], [OF_02, OF_03]), (["03"], [OF_02, OF_03])):
        page = uploaded(admin_client, SAMPLE.read_bytes(), "扫描.pdf")
        assert "已存为草稿" in taken(admin_client, page, *names)
        assert sorted(Unclear.objects.values_list("place", flat=True)) == sorted(one.place for one in there)
