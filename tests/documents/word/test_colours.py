"""Text of a Word document in the colour of what is behind it is put aside; where a style may colour it, it is read."""

import pytest

from disclosures.documents.items import Aside, Grid, Prose
from disclosures.documents.pieces import HIDDEN
from disclosures.documents.reading import read_document
from tests.documents.making.faults import differences
from tests.documents.making.wordml import cell, paragraph, row, run, table, write_wordml

WHITE = '<w:color w:val="FFFFFF"/>'
TABLE_STYLE = (
    '<w:style w:type="table" w:styleId="Dark"><w:name w:val="Dark"/><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="333333"/></w:tcPr></w:tblStylePr></w:style>'
)


def seen_in(body: str, tmp_path, styles: str = "") -> tuple[list[str], list[str]]:
    document = read_document(write_wordml(body, tmp_path / "a.docx", styles))
    assert differences(document) == []
    grids = [one for one in document.items if isinstance(one, Grid)]
    texts = [one.text for one in document.items if isinstance(one, Prose)]
    texts += [one.text for grid in grids for cells in grid.rows for one in cells if one]
    return texts, [one.text for one in document.items if isinstance(one, Aside) and one.reason == HIDDEN]


def shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


@pytest.mark.parametrize(
    ("properties", "of_paragraph", "is_seen"),
    [
        (WHITE, "", False),
        ('<w:color w:val="FFFFFF" w:themeColor="background1"/>', "", False),
        ('<w:color w:val="FEFEFE"/>' + shade("FFFFFF"), "", False),
        ('<w:color w:val="333333"/>', shade("333333"), False),
        (WHITE + shade("333333"), "", True),
        (WHITE, shade("333333"), True),
        (WHITE + '<w:highlight w:val="black"/>', "", True),
        ('<w:color w:val="FFFFFF" w:themeColor="background1" w:themeShade="80"/>', "", True),
        ('<w:color w:val="auto"/>', shade("000000"), True),
        ('<w:color w:val="000000"/>', "", True),
    ],
)
def test_a_run_in_the_colour_of_its_paper(tmp_path, properties, of_paragraph, is_seen):
    body = paragraph(run("1.5"), run("9", properties), properties=of_paragraph)
    assert seen_in(body, tmp_path) == ((["1.59"], []) if is_seen else (["1.5"], ["9"]))


@pytest.mark.parametrize(
    ("of_cell", "of_table", "is_seen"),
    [
        ("", "", False),
        (shade("333333"), "", True),
        ("", shade("333333"), True),
        (shade("FFFFFF"), shade("333333"), False),
        ("", '<w:tblStyle w:val="Dark"/>', True),
    ],
)
def test_white_text_in_a_cell_that_may_be_dark(tmp_path, of_cell, of_table, is_seen):
    cells = cell(paragraph(run("9", WHITE)), of_cell) + cell(paragraph(run("1.5")))
    body = table(row(cells)).replace("<w:tblPr/>", f"<w:tblPr>{of_table}</w:tblPr>", 1)
    assert seen_in(body, tmp_path, TABLE_STYLE) == ((["9", "1.5"], []) if is_seen else (["1.5"], ["9"]))


def test_a_style_of_white_letters(tmp_path):
    style = (
        f'<w:style w:type="paragraph" w:styleId="Pale"><w:name w:val="Pale"/><w:rPr>{WHITE}</w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Bar"><w:name w:val="Bar"/><w:basedOn w:val="Pale"/>'
        f"<w:pPr>{shade('333333')}</w:pPr></w:style>"
    )
    lines = [paragraph(run("9"), properties=f'<w:pStyle w:val="{name}"/>') for name in ("Pale", "Bar")]
    assert seen_in("".join(lines), tmp_path, style) == (["9"], ["9"])
