"""A scan that is read again keeps what was compared with its pictures and answered, where it reads the same."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from disclosures.checks.keeping import report_of
from disclosures.checks.models import Answer
from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import Document, Doubtful, Grid
from disclosures.documents.reading import read_document
from disclosures.publication.workflow import publish, submit
from disclosures.statements.models import Disclosure, Expenditure
from disclosures.statements.scans.unclear import Settled, Unclear
from tests.entry.imports.uploading import sample_unit

SAMPLE = Path(__file__).parents[2] / "documents" / "fushun-petition-office-2023.pdf"
PICTURE = "iVBORw0KGgo="
FIGURE = "第 14 页表 1 第 21 行第 4 格"  # 40.01: of 2210201, basic expenditure
OTHER = "第 14 页表 1 第 8 行第 2 格"  # the name of a row
BESIDE = "第 14 页表 1 第 8 行第 5 格"  # 635.36

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(SAMPLE)


@pytest.fixture
def scan(monkeypatch, document):
    """What the reader makes of the sample from now on: the figure, the words, and what else is misread."""

    def read_as(figure: str, words: str = "信访事务", **also: str) -> None:
        texts = {FIGURE: figure, OTHER: words, **also}
        items = [_with(item, texts) if isinstance(item, Grid) else item for item in document.items]
        doubts = [Doubtful(place, texts[place], "辨认没有把握", PICTURE) for place in (FIGURE, OTHER)]
        monkeypatch.setattr(IsolatedReader, "read", lambda self, path: Document([*items, *doubts], None))

    return read_as


def _with(grid: Grid, texts: dict[str, str]) -> Grid:
    rows = (
        tuple(cell._replace(text=texts.get(cell.place, cell.text)) if cell else cell for cell in row)
        for row in grid.rows
    )
    return replace(grid, rows=tuple(rows))


@pytest.fixture
def draft(scan):
    """Read with 40.07 for 40.01; somebody corrected that, and found the words to be as in the picture."""
    scan("40.07")
    sample_unit()
    call_command("import_document", SAMPLE, unit="210400-011001", year=2023)
    settle(FIGURE, Settled.CORRECTED, "400100.00")
    settle(OTHER, Settled.CONFIRMED)
    Expenditure.objects.filter(code="2210201").update(basic_expenditure="400100.00")
    return Disclosure.objects.get()


def settle(place: str, how: Settled, figure: str = "") -> None:
    Unclear.objects.filter(place=place).update(settled=how, figure=figure, by=7, by_name="王五", at=timezone.now())


def reread(**options) -> str:
    out = StringIO()
    try:
        call_command("reread", stdout=out, stderr=StringIO(), **options)
    except CommandError as error:
        out.write(str(error))
    return out.getvalue()


def doubt(place: str, **which) -> Unclear:
    return Unclear.objects.get(place=place, **which)


def figure(**which) -> str:
    return str(Expenditure.objects.get(code="2210201", **which).basic_expenditure)


def test_what_was_corrected_is_no_difference(draft):
    assert reread() == "重读 1 份，0 份有不同，其中 0 份是已发布的数字。\n"


def test_by_force_what_reads_the_same_stays_as_it_was_compared(draft):
    Expenditure.objects.filter(code="2010301").update(name="手工改的名称")
    assert "没有改动：它可能有手工改动" in reread(apply=True)
    assert reread(apply=True, force=True).count("没有保留") == 0
    assert figure() == "400100.00"
    one = doubt(FIGURE)
    assert (one.settled, one.figure, one.by, one.by_name) == (Settled.CORRECTED, "400100.00", 7, "王五")
    assert doubt(OTHER).settled == Settled.CONFIRMED
    assert Expenditure.objects.get(code="2010301").name != "手工改的名称"
    Expenditure.objects.filter(code="2010301").update(name="手工改的名称")
    assert "没有改动：它可能有手工改动" in reread(apply=True)  # what was compared counts as work by hand again


def test_what_reads_otherwise_is_told_and_in_doubt_again(draft, scan):
    scan("40.77", words="信访亊务")
    told = f"{FIGURE}：对照图片核对过“40.01”，现在读出的不同；没有保留，请重新核对。"
    assert told in reread()
    assert told in reread(apply=True, force=True)
    assert (figure(), doubt(FIGURE).settled, doubt(OTHER).settled) == ("407700.00", "", "")


def test_a_reader_that_reads_what_somebody_typed_drops_nothing(draft, scan):
    scan("40.01")
    assert "没有保留" not in reread(apply=True, force=True)
    assert figure() == "400100.00"


def test_words_that_were_mended_are_told(draft, scan):
    settle(OTHER, Settled.CORRECTED)
    assert f"{OTHER}：对照图片改过“信访事务”，改的字没有保留；请重新改正。" in reread(apply=True, force=True)


def test_a_proposed_correction_has_what_was_compared_and_answered(draft, scan):
    error = report_of(draft).broken[0]
    Answer.objects.create(disclosure=draft, finding=error.key, text="原件如此。")
    Answer.objects.create(disclosure=draft, finding="0123456789", text="已经不在的一项。")
    submit(draft)
    publish(draft)
    scan("40.07", **{BESIDE: "635.37"})
    out = reread(apply=True, force=True)
    assert "已建第 2 版草稿" in out
    assert "答复“已经不在的一项。”：所答的核对项没有了或者变了，请看是否还要答复。" in out
    assert Answer.objects.get(disclosure__revision=2).text == "原件如此。"
    assert doubt(FIGURE, disclosure__revision=2).by_name == "王五"
    assert figure(disclosure__revision=2) == "400100.00"
