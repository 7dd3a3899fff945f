"""Several units' disclosures in one file: named with where each begins, and read one at a time."""

from time import perf_counter

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from disclosures.classification.models import Region
from disclosures.documents.items import Aside, Cell, Document, DocumentError, Grid, Prose, Sighting
from disclosures.documents.reading import read as items_of
from disclosures.intake.files.units import shares_in
from disclosures.intake.reading import read_disclosure
from disclosures.intake.recognition.blocks import blocks_and_prose
from disclosures.intake.recognition.captions import captioned
from disclosures.intake.report import as_data
from disclosures.statements.models import Disclosure
from tests.intake.drawn import amounts, fatal, page, read_page, rows, table
from tests.intake.test_formats import without_places

SAMPLE = settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt"
HEAD = ("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出")
WATER, WOODS = "某市水务局", "某市林业局"


def shares_of(items: list) -> list:
    return shares_in(items, captioned(blocks_and_prose(items)[0]))


def spending(name: str, figure: str, year: int = 2023) -> str:
    text = f"科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n | 合计 | {figure} | {figure} |"
    return table("支出决算表", rows(text), unit_name=name, year=year)


def income(name: str, figure: str) -> str:
    text = f"科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入\n | 合计 | {figure} | {figure}"
    return table("收入决算表", rows(text), unit_name=name)


def disclosure(name: str, figure: str) -> str:
    return (
        f"<p>{name}2023年度单位决算</p><p>第一部分 单位概况</p><p>{name}管事。</p>"
        f"{income(name, figure)}<p>表间说明。</p>{spending(name, figure)}<p>{name}说完了。</p>"
    )


BOTH = disclosure(WATER, "1.00") + disclosure(WOODS, "2.00")


def test_without_a_choice_the_units_and_their_beginnings_are_named(tmp_path):
    (place, message), *others = fatal(read_page(tmp_path, BOTH))
    assert others == []
    assert place == "第 14 段"
    assert message.startswith(
        f"文件里有 2 个单位的决算：1 {WATER}（从第 1 段起）、2 {WOODS}（从第 14 段起）；请用 --part"
    )


@pytest.mark.parametrize(
    ("wish", "name", "amount"),
    [
        ("1", WATER, "10000.00"),
        ("2", WOODS, "20000.00"),
        (WOODS, WOODS, "20000.00"),
        ("水务", WATER, "10000.00"),
    ],
)
def test_one_of_them_is_read_alone(tmp_path, wish, name, amount):
    reading = read_disclosure(page(tmp_path, BOTH), part=wish)
    assert fatal(reading) == []
    assert (reading.unit_name, reading.title) == (name, f"{name}2023年度单位决算")
    assert amounts(reading, "02", "total_income") == {"total": (amount,)}
    assert amounts(reading, "03", "total_expenditure") == {"total": (amount,)}
    texts = "".join(one.text for one in reading.paragraphs)
    assert f"{name}说完了。" in texts
    assert (WOODS if name == WATER else WATER) not in texts
    assert reading.ledger.unread() == []


@pytest.mark.parametrize("wish", ["3", "0", "财政局", "某市", "9" * 5000, "〇"])
def test_a_unit_that_is_not_there_is_refused_with_those_that_are(tmp_path, wish):
    with pytest.raises(DocumentError, match=f"{WATER}（从第 1 段起）"):
        read_disclosure(page(tmp_path, BOTH), part=wish)


def test_tables_alone_part_where_the_name_on_them_changes(tmp_path):
    path = page(tmp_path, income(WATER, "1.00"), spending(WATER, "1.00"), spending(WOODS, "2.00"))
    assert "1 某市水务局（从第 1 段起）、2 某市林业局（从第 9 段起）" in fatal(read_disclosure(path))[0][1]
    assert amounts(read_disclosure(path, part=WOODS), "03", "total_expenditure") == {"total": ("20000.00",)}


def test_a_table_printed_twice_under_one_name_is_still_told(tmp_path):
    ((place, message),) = fatal(read_page(tmp_path, spending(WATER, "1.00"), spending(WATER, "2.00")))
    assert (place, message[:6]) == ("表 2", "公开03表《")


def test_names_that_vary_in_one_disclosure_are_one_unit(tmp_path):
    reading = read_page(tmp_path, income(f"{WATER}（本级）", "1.00"), spending(WATER, "1.00"))
    assert fatal(reading) == []
    assert list(reading.statements) == ["02", "03"]


def test_text_of_two_units_above_the_tables_of_the_first_is_doubtful(tmp_path):
    covers = f"<p>{WATER}2023年度单位决算</p><p>{WOODS}2023年度单位决算</p>"
    reading = read_disclosure(page(tmp_path, covers, spending(WATER, "1.00"), spending(WOODS, "2.00")), part="1")
    assert "分不清文字是哪个单位的" in fatal(reading)[0][1]


def test_units_below_each_other_in_one_sheet():
    texts = []
    for name, figure in ((WATER, "1.00"), (WOODS, "2.00")):
        texts += [("支出决算表",), (f"单位：{name}",), ("金额单位：万元",), HEAD, ("", "合计", figure, figure, "")]
    cells = [[Cell(text, f"表!{'ABCDE'[c]}{r}") for c, text in enumerate(row)] for r, row in enumerate(texts, start=1)]
    first, second = shares_of([Grid("表", tuple(map(tuple, cells)))])
    assert [(one.name, one.place) for one in (first, second)] == [(WATER, "表!A1"), (WOODS, "表!A6")]
    assert len(first.items[0].rows) == len(second.items[0].rows) == 5


def test_very_many_units_are_parted_in_time(tmp_path):
    rows_of_all = []
    for n in range(3000):
        head = [("支出决算表",), (f"单位：第{n}局",), ("金额单位：万元",), HEAD, ("", "合计", "1.00", "1.00", "")]
        rows_of_all += [
            tuple(Cell(text, f"表!{n}-{r}-{c}") for c, text in enumerate(row)) for r, row in enumerate(head)
        ]
    covers = [Prose(f"第{n}局2023年度单位决算", f"第 {n} 段") for n in range(20_000)]
    started = perf_counter()
    assert len(shares_of([*covers, Grid("表", tuple(rows_of_all))])) == 3000
    assert perf_counter() - started < 10


def test_what_is_put_aside_where_a_unit_begins_begins_none(tmp_path):
    items = items_of(page(tmp_path, BOTH))
    aside = [Aside(item.place, "1", "隐藏文字") for item in items if isinstance(item, Prose)]
    assert len(shares_of([*items, *aside])) == len(shares_of([*aside, *items])) == 2


def test_sheets_of_two_units_in_a_workbook(tmp_path):
    book = Workbook()
    for name, figure in ((WATER, 1.25), (WOODS, 2.5)):
        sheet = book.create_sheet(name)
        for row in (["支出决算表"], [f"单位：{name}"], ["金额单位：万元"], HEAD, ["", "合计", figure, figure]):
            sheet.append(row)
    book.remove(book.worksheets[0])
    path = tmp_path / "two.xlsx"
    book.save(path)
    assert f"1 {WATER}（从{WATER}!A1起）、2 {WOODS}（从{WOODS}!A1起）" in fatal(read_disclosure(path))[0][1]
    reading = read_disclosure(path, part="2")
    assert fatal(reading) == [] == reading.ledger.unread()
    assert amounts(reading, "03", "basic_expenditure") == {"total": ("25000.00",)}


def test_a_cover_whose_name_stands_above_the_year(tmp_path):
    parts = [disclosure(name, figure) for name, figure in ((WATER, "1.00"), (WOODS, "2.00"))]
    path = page(tmp_path, "".join(parts).replace("2023年度单位决算</p>", "</p><p>2023年度单位决算</p>"))
    reading = read_disclosure(path, part=WOODS)
    assert fatal(reading) == []
    assert [one.text for one in reading.paragraphs][:2] == [WOODS, "2023年度单位决算"]


def test_the_sample_twice_in_one_file_under_two_names_reads_as_either_alone(tmp_path):
    text = SAMPLE.read_text(encoding="utf-8")
    other = text.replace("信访局", "林业局").replace("政府信\n访局", "政府林\n业局")
    paths = {name: tmp_path / f"{name}.txt" for name in ("first", "second", "both")}
    for name, content in {"first": text, "second": other, "both": f"{text.rstrip()}\n\n{other}"}.items():
        paths[name].write_text(content, encoding="utf-8")
    assert len(fatal(read_disclosure(paths["both"]))) == 1
    for part, name in (("1", "first"), ("林业局", "second")):
        alone, chosen = (
            as_data(read_disclosure(paths[file], part=wish)) for file, wish in ((name, ""), ("both", part))
        )
        for key in ("title", "statements", "performance", "narrative", "duties", "glossary", "kept", "unread"):
            assert without_places(chosen[key]) == without_places(alone[key]), key


def test_a_figure_seen_otherwise_stops_the_unit_that_it_belongs_to(tmp_path):
    def read(path):
        return Document(items_of(path), [Sighting("1.00", "表 1第 2 行第 3 格")])

    path = page(tmp_path, income(WATER, "1.00"), spending(WATER, "1.00"), spending(WOODS, "2.00"))
    places = [place for place, _ in fatal(read_disclosure(path, read, WOODS))]
    assert places
    assert all(place.startswith("表 3") for place in places)


def test_the_command_imports_the_unit_that_it_is_asked_for(db, tmp_path, capsys):
    Region.objects.create(code="210400", name="抚顺市")
    path = str(page(tmp_path, BOTH))
    with pytest.raises(CommandError, match="文件里有 2 个单位的决算"):
        call_command("import_document", path, unit="210400-000002", year=2023)
    assert not Disclosure.objects.exists()
    call_command("import_document", path, unit="210400-000002", year=2023, part="2")
    found = Disclosure.objects.get()
    assert found.unit_name == WOODS
    assert found.reading_report.content["part"] == "2"
    call_command("read_document", path, part=WATER)
    assert WATER in capsys.readouterr().out
