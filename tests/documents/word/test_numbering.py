"""Numbers that Word puts before paragraphs by itself: read as a person sees them, and as LibreOffice prints them."""

import zipfile

import pytest

from disclosures.documents.converted.office import converted
from disclosures.documents.items import Grid, Prose
from disclosures.documents.limits import DEFAULT
from disclosures.documents.reading import read_document
from disclosures.documents.word.numerals import written
from tests.documents.making.faults import differences
from tests.documents.making.wordml import cell, paragraph, row, run, table, write_wordml

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEADINGS = [
    ("chineseCounting", "第%1部分", "tab"),
    ("chineseCountingThousand", "%2、", "nothing"),
    ("chineseCountingThousand", "（%3）", "nothing"),
    ("decimal", "%4.", "tab"),
    ("decimalEnclosedCircleChinese", "%5", "space"),
]


def level(depth: int, kind: str, text: str, suffix: str = "tab", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*schemes: str, lists: str = '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>') -> str:
    kinds = "".join(f'<w:abstractNum w:abstractNumId="{n}">{one}</w:abstractNum>' for n, one in enumerate(schemes))
    return f"<w:numbering {_W}>{kinds}{lists}</w:numbering>"


OUTLINE = numbering("".join(level(n, *one) for n, one in enumerate(HEADINGS)))


def in_list(depth: int, number: str = "7") -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def line(text: str, depth: int, number: str = "7") -> str:
    return paragraph(run(text), properties=in_list(depth, number))


def written_with(lists: str, body: str, path, styles: str = ""):
    """A document with these lists in the place of those that python-docx brings."""
    plain = write_wordml(body, path.with_name("plain.docx"), styles)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, lists if name == "word/numbering.xml" else old.read(name))
    return path


def texts(document) -> list[str]:
    return [one.text for one in document.items if isinstance(one, Prose)]


BODY = "".join(
    line(text, depth)
    for text, depth in [
        ("单位概况", 0), ("主要职责", 1), ("机构设置", 1), ("决算情况说明", 0), ("收支总体情况", 1), ("收入", 2),
        ("财政拨款收入100.50万元", 3), ("其他收入3.00万元", 3), ("支出", 2), ("基本支出2.00万元", 3), ("工资", 4),
    ]
)  # fmt: skip


def test_headings_and_lists_have_the_numbers_that_are_seen(tmp_path):
    document = read_document(written_with(OUTLINE, BODY, tmp_path / "a.docx"))
    assert texts(document) == [
        "第一部分 单位概况", "一、主要职责", "二、机构设置", "第二部分 决算情况说明", "一、收支总体情况", "（一）收入",
        "1. 财政拨款收入100.50万元", "2. 其他收入3.00万元", "（二）支出", "1. 基本支出2.00万元", "① 工资",
    ]  # fmt: skip
    assert differences(document) == []


def test_libreoffice_prints_the_same_numbers(tmp_path):
    path = written_with(OUTLINE, BODY, tmp_path / "a.docx")
    with converted(path, ".txt", DEFAULT) as file:
        printed = file.read_text("utf-8-sig").split("\n")
    assert ["".join(one.split()) for one in printed if one.strip()] == [
        "".join(text.split()) for text in texts(read_document(path))
    ]


def test_a_cell_may_hold_nothing_but_its_number(tmp_path):
    rows = [row(cell(line("", 3)), cell(paragraph(run(f"{n}.00")))) for n in (5, 6)]
    document = read_document(written_with(OUTLINE, table(*rows), tmp_path / "a.docx"))
    (grid,) = [one for one in document.items if isinstance(one, Grid)]
    assert [[one.text for one in cells] for cells in grid.rows] == [["1.", "5.00"], ["2.", "6.00"]]
    assert differences(document) == []


def test_a_style_puts_its_paragraphs_into_a_list_and_a_paragraph_may_leave_it(tmp_path):
    style = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="HH"><w:name w:val="HH"/><w:basedOn w:val="H"/>'
        "</w:style>"
    )
    scheme = level(0, "decimal", "%1.") + level(1, "japaneseCounting", "%2、", "nothing", '<w:pStyle w:val="H"/>')
    styled = [
        '<w:pStyle w:val="HH"/>',
        '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>',
        '<w:pStyle w:val="H"/>',
    ]
    body = "".join(paragraph(run("概况"), properties=one) for one in styled)
    document = read_document(written_with(numbering(scheme), body, tmp_path / "a.docx", style))
    assert texts(document) == ["一、概况", "概况", "二、概况"]
    assert differences(document) == []


def test_two_lists_of_one_kind_go_on_with_each_other_unless_one_starts_anew(tmp_path):
    lists = (
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = "".join(line("项", 0, number) for number in ("7", "8", "9", "9", "7"))
    path = written_with(numbering(level(0, "decimal", "（%1）", "nothing"), lists=lists), body, tmp_path / "a.docx")
    document = read_document(path)
    assert texts(document) == ["（1）项", "（2）项", "（1）项", "（2）项", "（3）项"]
    assert differences(document) == []


def test_deleted_paragraphs_are_not_counted_and_bullets_are_no_numbers(tmp_path):
    gone = row(cell(line("旧", 0)), properties="<w:del w:id='1' w:author='某'/>")
    body = table(gone, row(cell(line("新", 0)))) + line("点", 1)
    lists = numbering(level(0, "decimal", "%1、", "nothing") + level(1, "bullet", "\uf0b7"))
    document = read_document(written_with(lists, body, tmp_path / "a.docx"))
    assert [one.rows[0][0].text for one in document.items if isinstance(one, Grid)] == ["1、新"]
    assert texts(document) == ["点"]
    assert differences(document) == []


@pytest.mark.parametrize(
    "lists",
    [
        numbering(level(0, "decimal", "%1" * 5_000)),
        numbering(level(0, "upperRoman", "%1%2%3%4%5%6%7%8%9").replace('w:start w:val="1"', 'w:start w:val="99999"')),
        numbering(level(0, "decimal", "%1").replace('w:ilvl="0"', 'w:ilvl="²"')),
        numbering('<w:numStyleLink w:val="H"/>'),
        numbering(lists=""),
    ],
)
def test_lists_that_make_no_sense_are_bounded(tmp_path, lists):
    document = read_document(written_with(lists, line("支出", 0), tmp_path / "a.docx"))
    assert texts(document)[0].endswith("支出")
    assert len(texts(document)[0]) < 60
    assert differences(document) == []


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        ("chineseCounting", "一 二 九 十 十一 二十 二十一 九十九 一百零一 一百一十"),
        ("lowerLetter", "a b i j k t u"),
        ("upperRoman", "I II IX X XI XX XXI XCIX CI CX"),
        ("ideographDigital", "一 二 九 一〇 一一 二〇 二一 九九 一〇一 一一〇"),
        ("decimalZero", "01 02 09 10"),
        ("none", ""),
        ("a format of tomorrow", "1 2 9 10"),
    ],
)
def test_numerals(kind, numbers):
    counts = [1, 2, 9, 10, 11, 20, 21, 99, 101, 110]
    assert [written(count, kind) for count in counts][: len(numbers.split())] == numbers.split()
