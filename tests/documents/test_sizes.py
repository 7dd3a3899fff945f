"""What a small file unfolds to is bounded in the process that reads it and in the one that asks for it."""

import subprocess
import sys
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from disclosures.documents.isolated.packing import failure, packed, unpacked
from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.isolated.workers import AnswerTooLongError, Worker, WorkerDiedError, WorkerTimeoutError
from disclosures.documents.items import BLANK, Aside, Cell, Document, DocumentError, Grid, Prose, Sighting, Unreadable
from disclosures.documents.limits import Limits
from disclosures.documents.sizes import check_size

MEASURE = """
import resource, sys
from pathlib import Path
from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import DocumentError
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
before = peak()
with IsolatedReader() as reader:
    try:
        reader.read(Path(sys.argv[1]))
    except DocumentError as error:
        print(error)
print(peak() - before)
"""


def in_one_cell(path, megabytes: int):
    """A workbook of some kilobytes with a single cell of that size."""
    book = Workbook()
    book.active["A1"] = "TEXT"
    book.save(path.with_suffix(".small.xlsx"))
    with ZipFile(path.with_suffix(".small.xlsx")) as small, ZipFile(path, "w", ZIP_DEFLATED, compresslevel=9) as large:
        for entry in small.namelist():
            content = small.read(entry)
            if b"TEXT" in content:
                content = content.replace(b"TEXT", b"x" * (megabytes << 20))
            large.writestr(entry, content)


def test_a_huge_cell_costs_the_process_that_asked_nothing(tmp_path):
    in_one_cell(tmp_path / "a.xlsx", 100)
    assert (tmp_path / "a.xlsx").stat().st_size < 200_000
    command = [sys.executable, "-c", MEASURE, str(tmp_path / "a.xlsx")]
    said, grown = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said == "a.xlsx 太大：一格或一段的字数超过 200,000，没有读入。"
    assert int(grown) < 20


def test_more_than_was_asked_for_ends_the_answer(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("1\n" * 50_000)
    with (
        IsolatedReader(Limits(answer_megabytes=1)) as reader,
        pytest.raises(DocumentError, match="读出的内容超过 1 MB"),
    ):
        reader.read(path)


@pytest.mark.parametrize(
    ("item", "limits", "title"),
    [
        (Prose("字" * 11, "第 1 段"), Limits(cell_characters=10), "一格或一段的字数"),
        (Aside("第 1 段", "字" * 11, "隐藏"), Limits(cell_characters=10), "一格或一段的字数"),
        (Grid("表", ((Cell("1", "A1", stored="1" * 10), BLANK),)), Limits(cell_characters=10), "一格或一段的字数"),
        (Grid("表", ((Cell("1", "A1"), Cell("1", "B1")),)), Limits(characters=1), "字数"),
        (Grid("表", ((BLANK, BLANK),)), Limits(cells=1), "单元格数"),
        (Prose("字", "第 1 段"), Limits(items=0), "段落和表格数"),
    ],
)
def test_each_measure_has_a_bound(item, limits, title):
    with pytest.raises(DocumentError, match=f"^a.docx 太大：{title}超过"):
        check_size("a.docx", [item], limits)


@pytest.mark.parametrize("sightings", [None, [], [Sighting(str(n), "第 1 页") for n in range(2500)]])
def test_a_document_comes_back_as_it_was_handed_over(sightings):
    cells = (Cell("1", "A1", is_number=True, stored="10", doubt="怪。"), BLANK)
    items = [Prose("一", "第 1 段", gap=False), Grid("表", (cells, ()), "名"), Unreadable("第 2 页", "扫描")]
    document = Document([*items, Aside("第 3 段", "二", "隐藏"), Grid("空", ())], sightings)
    back = unpacked(packed(document))
    assert back == document
    assert back.items[1].rows[0][1] is BLANK


def test_a_failure_comes_back_as_an_error():
    with pytest.raises(DocumentError, match="坏了"):
        unpacked([failure("坏了。")])


def answering(program: str) -> Worker:
    return Worker([sys.executable, "-c", f"import sys, time\nfor line in sys.stdin:\n {program}"])


def test_lines_come_one_by_one_and_the_process_goes_on():
    with answering("print('[1]\\n[2]\\n', flush=True)") as worker:
        assert list(worker.ask_for_many({}, 20, 100)) == [[1], [2]]
        process = worker.process
        assert list(worker.ask_for_many({}, 20, 100)) == [[1], [2]]
        assert worker.process is process


@pytest.mark.parametrize(
    ("program", "seconds", "error"),
    [
        ("print('1' * 200, flush=True)", 20, AnswerTooLongError),
        ("time.sleep(9)", 1, WorkerTimeoutError),
        ("print('[1]', flush=True); sys.exit('bad luck')", 20, WorkerDiedError),
    ],
)
def test_what_goes_wrong_ends_the_process_and_is_told_apart(program, seconds, error):
    with answering(program) as worker:
        with pytest.raises(error):
            list(worker.ask_for_many({}, seconds, 100))
        assert worker.process is None


def test_who_stops_listening_ends_the_process():
    with answering("print('[1]\\n[2]\\n', flush=True)") as worker:
        answer = worker.ask_for_many({}, 20, 100)
        assert next(answer) == [1]
        answer.close()
        assert worker.process is None
