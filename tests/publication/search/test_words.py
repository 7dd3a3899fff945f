"""The lists of readers' words name what is there, and a question is read by them."""

import pytest

from disclosures.checks.narrative.matters import MATTERS
from disclosures.publication.search.called import called, office_of
from disclosures.publication.search.near import near_words
from disclosures.publication.search.words.asked import Asked
from disclosures.publication.search.words.cutting import plain
from disclosures.publication.search.words.lists import (
    FORM,
    MATTER,
    SCORE,
    TABLE,
    Says,
    figures,
    fillers,
    offices,
    pages,
    together,
)
from disclosures.statements.lines import AccountLine, ClassifiedLine
from disclosures.statements.models import STATEMENTS, PerformanceForm, Region


def rows_of(model):
    if issubclass(model, AccountLine):
        return {f"{row.side}:{row.key}" for row in model.outline}
    return {row.key for row in model.outline}


def test_every_place_of_the_list_is_there():
    for place in (place for figure in figures() for place in (*figure.places, *figure.budget)):
        if place.kind == TABLE:
            model = STATEMENTS[place.key]
            assert place.column in {column.name for column in model.columns()}, place
            is_by_code = issubclass(model, ClassifiedLine) and (place.row == "total" or place.row.isdigit())
            assert is_by_code or place.row in rows_of(model), place
        else:
            known = {FORM: STATEMENTS, MATTER: MATTERS, SCORE: dict(PerformanceForm.KINDS)}
            assert place.key in known[place.kind], place


def test_every_matter_that_texts_tell_has_a_name():
    named = {place.key for figure in figures() for place in figure.places if place.kind == MATTER}
    assert named == set(MATTERS)


def test_no_word_means_two_things():
    words = [word for figure in figures() for word in (figure.name, *figure.also)]
    said = [plain(word) for word in (*words, *together(), *pages(), *fillers())]
    assert sorted({word for word in said if said.count(word) > 1}) == []
    assert all(full for full in offices().values())


@pytest.mark.parametrize(
    ("question", "unit", "names", "year"),
    [
        ("抚顺市信访局2023年公务接待费是多少？", ("抚顺市信访局",), ["公务接待费"], "2023"),
        ("请问 信访局 的 “三公”经费", ("信访局",), ["“三公”经费"], ""),
        ("信访局花了多少钱", ("信访局",), ["本年支出合计"], ""),
        ("信访局 2010301 基本支出", ("信访局",), ["行政运行 · 基本支出"], ""),
        ("住房公积金管理中心 工资", ("住房公积金管理中心",), ["工资福利支出"], ""),
        ("２０２２年度信访局收入", ("信访局",), ["本年收入合计"], "2022"),
    ],
)
def test_a_question_is_read_as_unit_figure_and_year(question, unit, names, year):
    asked = Asked.read(question)
    readings = [(reading.unit, [figure.name for figure in reading.figures]) for reading in asked.readings()]
    assert (unit, names) in readings
    assert asked.year == year


def test_what_no_list_knows_is_asked_of_the_unit_before_it():
    readings = [(reading.unit, reading.rest) for reading in Asked.read("国家信访局办公室房屋面积").divided()]
    assert readings[:2] == [(("国家信访局办公室",), ("房屋面积",)), (("国家信访局",), ("办公室房屋面积",))]
    reading = next(Asked.read("信访局 房屋面积 差旅费").divided())
    assert (reading.unit, reading.rest) == (("信访局",), ("房屋面积",))
    assert [figure.name for figure in reading.figures] == ["差旅费"]


def test_a_word_may_stand_for_several_figures():
    readings = list(Asked.read("信访局水电费").readings())
    assert [[figure.name for figure in reading.figures] for reading in readings] == [[], ["水费", "电费"]]


def test_the_name_of_an_office_asks_nothing():
    assert Asked.read("最高人民法院").rest == ("最高人民法院",)


def test_a_unit_called_after_a_figure_is_tried_whole_first():
    first = next(Asked.read("住房公积金管理中心").readings())
    assert (first.unit, first.figures) == (("住房公积金管理中心",), ())


def test_what_only_asks_is_known_as_such():
    assert Asked.read("基本支出是什么意思").says(Says.MEANING)
    assert Asked.read("什么意思").words == ("什么意思",)


def test_a_unit_is_called_by_its_office_after_every_name_of_its_place():
    city = Region(code="210400", name="抚顺市", parent=Region(code="210000", name="辽宁省"))
    names = called(city, ["中共抚顺市委抚顺市人民政府信访局（本级）"])
    assert {"辽宁省抚顺市信访局", "辽宁抚顺信访局", "抚顺信访局"} <= set(names)
    assert office_of("中共上海市普陀区委社会工作部", ["上海市", "普陀区"]) == "社会工作部"
    assert office_of("沙县区审计局", ["沙县区"]) == "审计局"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("公务接代费", "公务接待费"), ("差率费", "差旅费"), ("基本之出", "基本支出")],
)
def test_what_looks_like_a_word_of_the_lists_is_told(typed, meant):
    assert near_words(typed)[0] == meant
    assert "公务车代费" not in near_words(typed)
