"""From a reading to a draft: all of it in one transaction, or nothing."""

import re
from decimal import Decimal

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from disclosures.classification.models import Region
from disclosures.intake.store import RefusedImportError, import_file
from disclosures.publication.workflow import publish, submit
from disclosures.statements.models import Disclosure, Expenditure, PerformanceIndicator, SourceDocument, State, Unit

SAMPLE = settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt"


@pytest.fixture
def region(db):
    return Region.objects.create(code="210400", name="抚顺市")


def test_a_document_becomes_a_draft_with_its_source_and_report(region):
    disclosure, _ = import_file(SAMPLE, "210400-011001", 2023)
    assert (disclosure.state, disclosure.revision) == (State.DRAFT, 1)
    assert bytes(disclosure.source.content) == SAMPLE.read_bytes()
    assert disclosure.unit.name == "中共辽宁省抚顺市委抚顺市人民政府信访局（本级）"
    assert disclosure.reading_report.content["unread"] == []
    line = Expenditure.objects.get(disclosure=disclosure, code="2010308")
    assert line.project_expenditure == Decimal("6353600.00")
    assert PerformanceIndicator.objects.filter(disclosure=disclosure, form__position=5).count() == 18


def test_the_given_name_is_the_units_and_the_printed_one_the_disclosures(region):
    disclosure, _ = import_file(SAMPLE, "210400-011001", 2023, name="抚顺市信访局")
    assert disclosure.unit.name == "抚顺市信访局"
    assert disclosure.unit_name == "中共辽宁省抚顺市委抚顺市人民政府信访局（本级）"


def test_a_second_import_needs_to_be_asked_to_replace(region):
    import_file(SAMPLE, "210400-011001", 2023)
    with pytest.raises(RefusedImportError, match="已有第 1 版（草稿）；要替换请加 --replace"):
        import_file(SAMPLE, "210400-011001", 2023)
    disclosure, _ = import_file(SAMPLE, "210400-011001", 2023, replace=True)
    assert list(Disclosure.objects.values_list("pk", "revision")) == [(disclosure.pk, 1)]


def test_after_a_published_revision_comes_a_new_one(region):
    first, _ = import_file(SAMPLE, "210400-011001", 2023)
    submit(first)
    with pytest.raises(RefusedImportError, match="待发布，不能替换"):
        import_file(SAMPLE, "210400-011001", 2023, replace=True)
    publish(first)
    second, _ = import_file(SAMPLE, "210400-011001", 2023, replace=True)
    first.refresh_from_db()
    assert (first.state, second.state, second.revision) == (State.PUBLISHED, State.DRAFT, 2)


def changed(tmp_path, old, new):
    """The sample with one text in it changed."""
    text = SAMPLE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "changed.txt"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("27.40\t27.40", "27.4O\t27.40", "第 283 行第 3 格：“本年收入合计”栏：“27.4O”不是金额"),
        (
            "本年支出合计\t基本支出\t项目支出\t上缴上级支出",
            "甲\t乙\t丙\t丁",
            "标题是《支出决算表》，但表头对不上：应当有 本年支出合计",
        ),
        ("支出决算表\n\n公开 03 表", "收入决算表\n\n公开 02 表", "表头对不上"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_nothing_is_saved(region, tmp_path, old, new, sentence):
    with pytest.raises(RefusedImportError, match=re.escape(sentence)):
        import_file(changed(tmp_path, old, new), "210400-011001", 2023)
    for model in (Unit, Disclosure, SourceDocument, Expenditure):
        assert not model.objects.exists()


@pytest.mark.parametrize(
    ("unit", "year", "sentence"),
    [
        ("抚顺", 2023, "“抚顺”不是单位代号"),
        ("210400-011001", 2022, "文件是 2023 年度的，不是 2022 年度的"),
        ("999999-011001", 2023, "没有行政区划 999999"),
    ],
)
def test_a_wrong_unit_or_year_saves_nothing(region, unit, year, sentence):
    with pytest.raises(RefusedImportError, match=re.escape(sentence)):
        import_file(SAMPLE, unit, year)
    assert not Disclosure.objects.exists()


def test_a_file_without_any_table_names_what_was_looked_for(region, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("各位同志：\n请按时报送。\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"在 letter\.txt 里没有找到任何一张决算表；找过的有：《收入支出决算总表》"):
        call_command("import_document", str(path), unit="210400-011001", year=2023)


def test_the_command_publishes_when_asked(region, capsys):
    call_command("import_document", str(SAMPLE), unit="210400-011001", year=2023, publish=True)
    disclosure = Disclosure.objects.get()
    assert disclosure.state == State.PUBLISHED
    assert len(disclosure.digest) == 64
    assert "已发布，修补" in capsys.readouterr().out
