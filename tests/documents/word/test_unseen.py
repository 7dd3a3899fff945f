"""What of a Word document is not seen, or is no part of a figure, is put aside with its place and reason."""

import pytest
from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from disclosures.documents.items import Aside, Grid, Prose
from disclosures.documents.pieces import COVERED, DELETED, HIDDEN, MARK, UNKNOWN
from disclosures.documents.reading import read, read_document
from tests.documents.making.faults import differences
from tests.documents.making.wordml import cell, paragraph, row, run, table, write_wordml

HIDE, UP = "<w:vanish/>", '<w:vertAlign w:val="superscript"/>'
STYLES = """
  <w:style w:type="character" w:styleId="Base"><w:name w:val="b"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Gone"><w:name w:val="g"/><w:basedOn w:val="Base"/></w:style>
  <w:style w:type="paragraph" w:styleId="Away"><w:name w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Mark"><w:name w:val="m"/>
    <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Loop"><w:name w:val="l"/><w:basedOn w:val="Loop"/></w:style>"""


@pytest.fixture
def items(tmp_path):
    """What is read of a document with that body; the second reading must see the same."""

    def write(body):
        document = read_document(write_wordml(body, tmp_path / "a.docx", STYLES))
        assert differences(document) == []
        return document.items

    return write


def seen_and_aside(items) -> tuple[list[str], list[tuple[str, str]]]:
    texts = [cell.text for one in items if isinstance(one, Grid) for row in one.rows for cell in row if cell]
    texts += [one.text for one in items if isinstance(one, Prose)]
    return texts, [(one.text, one.reason) for one in items if isinstance(one, Aside)]


@pytest.mark.parametrize(
    ("runs", "seen", "aside"),
    [
        ("<w:r><w:noBreakHyphen/><w:t>603.11</w:t></w:r>", "-603.11", []),
        ('<w:r><w:sym w:font="Symbol" w:char="F02D"/><w:t>603.11</w:t></w:r>', "-603.11", []),
        (run("\uf02d603.11", '<w:rFonts w:ascii="Symbol"/>'), "-603.11", []),
        ('<w:r><w:sym w:font="Webdings" w:char="F02D"/><w:t>603.11</w:t></w:r>', "\ufffd603.11", [("\ufffd", UNKNOWN)]),
        ("<w:r><w:t>603</w:t><w:softHyphen/><w:t>.11</w:t></w:r>", "603.11", []),
        (run("603.11") + run("9", HIDE), "603.11", [("9", HIDDEN)]),
        (run("603.11") + run("9", '<w:vanish w:val="0"/>'), "603.119", []),
        (run("603.11") + run("9", '<w:rStyle w:val="Gone"/>'), "603.11", [("9", HIDDEN)]),
        (run("603.11") + run("9", '<w:rStyle w:val="Loop"/>'), "603.119", []),
        (run("603.11") + f"<w:del>{run('9')}<w:r><w:delText>8</w:delText></w:r></w:del>", "603.11", [("98", DELETED)]),
        (f"<w:ins>{run('603.11')}</w:ins><w:moveFrom>{run('7')}</w:moveFrom>", "603.11", [("7", DELETED)]),
        (run("603.11") + run("[", UP) + run("1", UP) + run("]", UP), "603.11", [("[1]", MARK)]),
        (run("603.11") + run("①", '<w:rStyle w:val="Mark"/>'), "603.11", [("①", MARK)]),
        (run("603.11") + run("1", '<w:position w:val="8"/><w:sz w:val="12"/>'), "603.11", [("1", MARK)]),
        (run("603", '<w:position w:val="8"/>') + run(".11", '<w:position w:val="8"/>'), "603.11", []),
        (run("100m") + run("2", UP), "100m2", []),
        (run("603.11", UP), "603.11", []),
        (run("603.11") + "<w:r><w:footnoteReference w:id='2'/><w:t>*</w:t></w:r>", "603.11", [("*", MARK)]),
        (f'<w:fldSimple w:instr="SUM(ABOVE)">{run("603.11")}</w:fldSimple>', "603.11", []),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>= 5</w:instrText><w:fldChar w:fldCharType="separate"/>'
            '</w:r><w:r><w:t>603.11</w:t><w:fldChar w:fldCharType="end"/></w:r>',
            "603.11",
            [],
        ),
        (f"<w:smartTag><w:sdt><w:sdtContent>{run('603.11')}</w:sdtContent></w:sdt></w:smartTag>", "603.11", []),
        (f"<mc:AlternateContent><mc:Choice Requires='wps'>{run('603.11')}</mc:Choice><mc:Fallback>{run('603.11')}"
         "</mc:Fallback></mc:AlternateContent>", "603.11", []),
        (run("603.11", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), "603.11", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", [paragraph, lambda runs: table(row(cell(runs)))])
def test_a_text_is_what_is_seen_of_it(items, around, runs, seen, aside):
    assert seen_and_aside(items(around(runs))) == ([seen], aside)


def test_a_symbol_that_nobody_can_tell_makes_its_cell_doubtful(items):
    grid, _ = items(table(row(cell('<w:r><w:sym w:font="Webdings" w:char="F02D"/><w:t>5</w:t></w:r>'))))
    assert grid.rows[0][0].doubt


def test_a_paragraph_hidden_by_its_style_is_listed_and_counted(items):
    hidden, line = items(paragraph(run("5"), properties='<w:pStyle w:val="Away"/>') + paragraph(run("6")))
    assert hidden == Aside("第 1 段", "5", HIDDEN)
    assert line == Prose("6", "第 2 段")


def test_a_deleted_row_and_a_deleted_cell_are_no_part_of_the_table(items):
    gone = row(cell(run("1")), cell(run("2")), properties="<w:del/>")
    left = row(cell(run("3"), "<w:cellDel/>"), cell(run("4")))
    grid, *asides = items(table(gone, left))
    assert [[one.text for one in cells] for cells in grid.rows] == [["", "4"]]
    assert grid.rows[0][1].place == "表 1第 2 行第 2 格"
    assert [(one.text, one.place) for one in asides] == [
        ("1", "表 1第 1 行第 1 格"), ("2", "表 1第 1 行第 2 格"), ("3", "表 1第 2 行第 1 格"),
    ]  # fmt: skip


def test_a_deleted_paragraph_mark_joins_two_paragraphs(items):
    joined = paragraph(run("603"), properties="<w:rPr><w:del/></w:rPr>") + paragraph(run(".11"))
    assert seen_and_aside(items(joined + table(row(cell(joined))))) == (["603.11", "603.11"], [])


def test_what_a_merged_cell_covers_is_listed(items):
    merged = [row(cell(run(text), f'<w:vMerge w:val="{how}"/>')) for text, how in (("1", "restart"), ("2", "continue"))]
    assert seen_and_aside(items(table(*merged))) == (["1"], [("2", COVERED)])


def test_skipped_columns_of_the_grid_shift_the_cells(items):
    (grid,) = items(
        table(
            row(cell(run("a")), cell(run("b")), cell(run("c"))),
            row(cell(run("1")), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            row(cell(run("2")), properties='<w:gridBefore w:val="²"/>'),
        )
    )
    assert [[one.text for one in cells] for cells in grid.rows] == [["a", "b", "c"], ["", "1", ""], ["2"]]


def test_tables_in_a_table_for_layout_are_grids_and_the_text_around_them_is_prose(items):
    inner = table(*(row(cell(run("a")), cell(run("5"))) for _ in range(2)))
    outer = table(row(cell(paragraph(run("标题")) + inner + paragraph())), row(cell(inner + paragraph(run("注")))))
    title, first, second, note = items(outer)
    assert (title, note) == (Prose("标题", "第 1 段"), Prose("注", "第 3 段"))
    assert [one.place for one in (first, second)] == ["表 1", "表 2"]


def test_a_text_box_in_a_cell_is_read_once(items):
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(run('7'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    _, boxed = items(table(row(cell(run("6") + f"<w:r>{both}</w:r>"))))
    assert boxed == Prose("7", "表 1第 1 行第 1 格的文本框第 1 段")


def test_a_footnote_is_listed_beside_the_text(tmp_path):
    path = tmp_path / "a.docx"
    document = Document()
    document.add_paragraph("收入 5 万元")
    notes = f"""<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:footnote w:type="separator" w:id="-1">{paragraph(run("-"))}</w:footnote>
        <w:footnote w:id="1">{paragraph(run("含上年结转 3 万元"))}</w:footnote></w:footnotes>"""
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), media, notes.encode(), document.part.package)
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    document.save(str(path))
    line, note = read(path)
    assert line.text == "收入 5 万元"
    assert (note.place, note.text) == ("脚注 1", "含上年结转 3 万元")


def test_page_heads_and_feet_are_listed_and_page_numbers_are_not(tmp_path):
    document = Document()
    document.add_paragraph("说明")
    section = document.sections[0]
    section.header.paragraphs[0].text = "内部资料 2023"
    section.footer.paragraphs[0].text = "— 3 —"
    document.save(tmp_path / "headed.docx")
    prose, *asides = read(tmp_path / "headed.docx")
    assert prose.text == "说明"
    assert [(one.place, one.text) for one in asides] == [("页眉 1", "内部资料 2023")]
