"""Tables as text: separators, quotes and encodings; what cannot be told apart is refused or in doubt."""

import pytest

from disclosures.documents.items import DocumentError
from disclosures.documents.reading import read, read_document
from tests.documents.making.faults import differences

ROWS = [["支出决算表"], ["项目", "金额"], ["合计", "1,262.08"], ["其中：“三公”", "-3.50"]]


@pytest.fixture
def grid(tmp_path):
    """The grid of a file with that content; the second reading must see the same."""

    def write(content: str | bytes, name: str = "a.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        document = read_document(path)
        assert differences(document) == []
        return document.items[0]

    return write


def texts(grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_usual_separators_and_encodings_are_read(grid, encoding, separator, end):
    lines = [separator.join(f'"{cell}"' if separator in cell else cell for cell in row) for row in ROWS]
    read = grid(end.join(lines).encode(encoding))
    assert texts(read) == ROWS
    assert (read.place, read.rows[2][1].place) == ("第 1 行", "第 3 行第 2 格")


def test_quotes_hold_separators_quotes_and_ends_of_lines(grid):
    assert texts(grid('"a,""b""\n1",2\n\n3,"4"x,5"6\n')) == [['a,"b"\n1', "2"], [], ["3", "4x", '5"6']]


def test_a_cell_that_a_spreadsheet_is_told_to_keep_as_text_is_that_text(grid):
    assert texts(grid('="0201",x\n')) == [["0201", "x"]]


def test_a_figure_that_its_own_comma_parts_is_in_doubt(grid):
    read = grid("项目,本年支出,基本支出\n合计,1,262.08,626.72\n其中,635.36,626.72\n")
    assert [[cell.text for cell in row if cell.doubt] for row in read.rows] == [[], ["1"], []]


@pytest.mark.parametrize("content", ['项目,"金额\n合计,1\n', "1," + "9" * 200_000])
def test_what_has_no_end_is_refused_in_one_sentence(grid, content):
    with pytest.raises(DocumentError, match=r"a\.csv .*(?:不成对|没有读入)"):
        grid(content)


def test_a_line_of_five_megabytes_is_refused(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"1," * 2_499_000)
    with pytest.raises(DocumentError, match="单元格数超过"):
        read(tmp_path / "a.csv")
