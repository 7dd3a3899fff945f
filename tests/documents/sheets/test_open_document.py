"""Workbooks of OpenDocument: what is seen is the text that the program stored for each cell."""

from zipfile import ZipFile

import pytest

from disclosures.documents.items import Aside, DocumentError, Grid
from disclosures.documents.limits import Limits
from disclosures.documents.reading import read, read_document
from disclosures.documents.second.ods import look_again_at_ods

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
_STYLES = (
    '<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="out"><style:text-properties style:text-line-through-style="solid"/></style:style>'
)


@pytest.fixture
def saved(tmp_path):
    """An .ods with one sheet of these rows."""

    def save(rows: str):
        path = tmp_path / "a.ods"
        with ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr(
                "content.xml",
                f"<office:document-content {_SPACES}><office:automatic-styles>{_STYLES}</office:automatic-styles>"
                f'<office:body><office:spreadsheet><table:table table:name="支出">{rows}</table:table>'
                "</office:spreadsheet></office:body></office:document-content>",
            )
        return path

    return save


def _cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def _number(value: str, text: str, kind: str = "float") -> str:
    return _cell(text, f'office:value-type="{kind}" office:value="{value}"')


def _row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def test_the_text_of_a_number_is_what_its_format_showed(saved):
    row = _row(_number("21066600", "2106.6600"), _number("1", "100.00%", "percentage"), _number("115.8", "115.8"))
    (grid,) = read(saved(row))
    cells = [(cell.text, cell.is_number, cell.stored) for cell in grid.rows[0]]
    assert cells == [("2106.6600", False, "21066600"), ("100.00%", False, "1"), ("115.8", True, "")]


def test_what_is_not_seen_is_put_aside(saved):
    rows = (
        _row(_cell("甲"), _number("8.88", ""), _cell("乙<text:span text:style-name='up'>1</text:span>"))
        + _row(_cell("1.00"), attributes='table:visibility="collapse"')
        + _row(_cell("<text:span text:style-name='out'>2.00</text:span>3.00"))
    )
    grid, *asides = read(saved(rows))
    assert [[cell.text for cell in row if cell] for row in grid.rows] == [["甲", "乙"], ["3.00"]]
    assert {(one.place, one.text) for one in asides} == {
        ("支出!B1", "8.88"), ("支出!C1", "1"), ("支出!A2", "1.00"), ("支出!A3", "2.00"),
    }  # fmt: skip
    assert all(isinstance(one, Aside) for one in asides)


@pytest.mark.parametrize(
    "cell",
    [
        _cell("#REF!", 'table:formula="of:=[.#REF!]" office:value-type="string"'),
        '<table:table-cell office:value-type="float" office:value="12.5"/>',
    ],
    ids=["error", "no text"],
)
def test_a_cell_that_does_not_say_what_it_shows_is_in_doubt(saved, cell):
    (grid,) = read(saved(_row(_cell("甲"), cell)))
    assert grid.rows[0][1].doubt


def test_repeated_cells_are_read_each_and_empty_ones_cost_nothing(saved):
    rows = _row(
        _cell("甲", 'table:number-columns-repeated="2"'), '<table:table-cell table:number-columns-repeated="16000"/>'
    )
    (grid,) = read(saved(rows + _row("<table:table-cell/>", attributes='table:number-rows-repeated="1000000"')))
    assert [cell.place for cell in grid.rows[0]] == ["支出!A1", "支出!B1"]


def test_cells_repeated_without_end_are_refused(saved):
    with pytest.raises(DocumentError, match="单元格数"):
        read(saved(_row(_cell("甲", 'table:number-columns-repeated="900000000"'))), Limits())
    with pytest.raises(DocumentError, match="行数"):
        read(saved(_row(_cell("甲"), attributes='table:number-rows-repeated="900000000"')), Limits())


def test_a_cell_has_a_line_for_each_paragraph_and_no_comment(saved):
    comment = "<office:annotation><text:p>9.99</text:p></office:annotation>"
    cell = f"<table:table-cell>{comment}<text:p>甲<text:s text:c='2'/>乙</text:p><text:p>丙</text:p></table:table-cell>"
    (grid,) = read(saved(_row(cell)))
    assert isinstance(grid, Grid)
    assert grid.rows[0][0].text == "甲  乙\n丙"


@pytest.mark.parametrize("shown", ["97.53", "97.5<text:span>3</text:span>"])
def test_a_note_mark_in_a_hidden_row_is_not_missed_by_the_second_reading(saved, shown):
    marked = _cell(f"{shown}<text:span text:style-name='up'>1</text:span>")
    rows = _row(_cell("甲"), _cell("1.00")) + _row(_cell("乙"), marked, attributes='table:visibility="collapse"')
    document = read_document(saved(rows))
    assert [seen.text for seen in document.sightings] == ["1.00"]
    assert {item.text for item in document.items if isinstance(item, Aside)} == {"乙 97.53", "1"}


def test_a_figure_that_only_ends_like_the_mark_is_still_missed(saved):
    marked = _cell("97.53<text:span text:style-name='up'>1</text:span>")
    rows = _row(_cell("甲"), _cell("1.00")) + _row(_cell("乙"), marked, attributes='table:visibility="collapse"')
    path = saved(rows)
    items = [item for item in read(path) if not (isinstance(item, Aside) and "97.53" in item.text)]
    assert "97.531" in [seen.text for seen in look_again_at_ods(path, Limits(), items)]
