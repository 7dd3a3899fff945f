"""The search index: what is current is found, the best first, alike on both databases; nothing else is."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosures.publication import workflow
from disclosures.publication.removing import remove_made_up
from disclosures.publication.search.dialects import MOST
from disclosures.publication.search.entries import shared_entry
from disclosures.publication.search.matching import entries_by_id, matching_entries
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.query import Query
from disclosures.statements.models import STATEMENTS, BasicExpenditure, Chapter, Paragraph, StatementHead, Unit
from tests.building import build_disclosure, published_disclosure, submitted_disclosure

pytestmark = pytest.mark.django_db


def finds(asked, kind):
    ids = matching_entries(Query.read(asked), kind)
    by_id = entries_by_id(ids)
    return [by_id[pk] for pk in ids]


def addresses(asked, kind):
    return [(entry.number, entry.key) for entry in finds(asked, kind)]


def everything():
    return list(SearchEntry.objects.order_by("kind", "year", "number", "key", "title").values_list("title", "tokens"))


@pytest.mark.parametrize(
    ("asked", "kind", "first"),
    [
        ("信访", EntryKind.UNIT, ("", "210400-011001")),
        ("信访", EntryKind.ROW, ("02", "2010308")),
        ("信访", EntryKind.PERFORMANCE, ("2", "")),
        ("信访", EntryKind.TEXT, ("", "d2")),
        ("接待", EntryKind.ROW, ("07", "official_reception")),
        ("接待", EntryKind.PERFORMANCE, ("2", "2")),
        ("人手", EntryKind.PERFORMANCE, ("1", "1")),
        ("20805", EntryKind.ROW, ("02", "20805")),
        ("2080", EntryKind.ROW, ("02", "20805")),
        ("30201", EntryKind.ROW, ("06", "30201")),
        ("1262.08", EntryKind.ROW, ("01", "1")),
        ("1,262.08", EntryKind.ROW, ("01", "1")),
        ("12620800", EntryKind.ROW, ("01", "1")),
        ("1262.08万元", EntryKind.TEXT, ("", "p5")),
        ("4.24", EntryKind.ROW, ("07", "total")),
        ("505.59", EntryKind.PERFORMANCE, ("1", "")),
        ("尾差", EntryKind.NOTE, ("01", "note2")),
        ("本年度无此类资金", EntryKind.NOTE, ("08", "")),
        ("来信来访", EntryKind.TEXT, ("", "d1")),
        ("单位构成", EntryKind.TEXT, ("", "u1")),
        ("fssxfj", EntryKind.UNIT, ("", "210400-011001")),
        ("XFJ", EntryKind.UNIT, ("", "210400-011001")),
        ("xinfang", EntryKind.UNIT, ("", "210400-011001")),
        ("011001", EntryKind.UNIT, ("", "210400-011001")),
        ("抚顺市 信访局", EntryKind.UNIT, ("", "210400-011001")),
        ("基本支出", EntryKind.TERM, ("", "基本支出")),
        ("财政部门", EntryKind.TERM, ("", "财政拨款收入")),
    ],
)
def test_a_question_finds_this_first(asked, kind, first, published_2023):
    assert addresses(asked, kind)[0] == first


def test_a_note_is_found_in_each_table_that_prints_it_and_with_the_name_of_its_table(published_2023):
    assert [number for number, _ in addresses("四舍五入", EntryKind.NOTE)] == list(STATEMENTS)
    assert addresses("支出决算表 四舍五入", EntryKind.NOTE)[0] == ("03", "note2")
    assert addresses("三公 四舍五入", EntryKind.NOTE) == [("07", "note2")]
    assert addresses("四舍五入", EntryKind.ROW) == []


@pytest.mark.parametrize(
    ("number", "notes", "reason", "expected"),
    [
        ("08", "", "本年度没有这类收支。", [("08", "")]),
        ("08", "注：一\n本年度没有这类收支。", "本年度没有这类收支。", [("08", "note2")]),
        ("08", "说明：\n没有这类收支。", " 说明：\n没有这类收支。", [("08", "note2")]),
        ("03", "", "本年度没有这类收支。", [("03", "reason")]),
    ],
)
def test_why_a_table_is_empty_is_found_once_where_its_page_says_it(number, notes, reason, expected):
    disclosure = build_disclosure()
    StatementHead.objects.filter(disclosure=disclosure).update(notes="", empty_reason="")
    StatementHead.objects.filter(disclosure=disclosure, number=number).update(notes=notes, empty_reason=reason)
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    assert addresses("没有这类收支", EntryKind.NOTE) == expected


def test_the_cover_is_found_and_the_contents_are_not():
    disclosure = build_disclosure()
    front = (
        (Chapter.COVER, 0, "抚顺市信访局二〇二三年决算"),
        (Chapter.CONTENTS, 1, "目录"),
        (Chapter.CONTENTS, 2, "二〇二三年决算表"),
    )
    Paragraph.objects.bulk_create(
        Paragraph(disclosure=disclosure, position=position, chapter=chapter, level=level, text=text)
        for position, (chapter, level, text) in enumerate(front, start=20)
    )
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    (cover,) = finds("二〇二三", EntryKind.TEXT)
    assert (cover.key, cover.title) == ("p20", "封面")
    assert addresses("单位构成", EntryKind.TEXT) == []  # the cover says the unit's name already, as the page has it


def test_a_single_character_finds_every_word_that_has_it(published_2023):
    assert {"信访事务"} == {entry.title for entry in finds("访", EntryKind.ROW)}
    assert addresses("局", EntryKind.UNIT) == [("", "210400-011001")]


def test_words_may_stand_around_an_entry_if_one_stands_in_it(published_2023):
    published_disclosure(unit_code="011002", unit_name="抚顺市档案馆")
    assert addresses("信访局 行政运行 02", EntryKind.ROW) == [("02", "2010301")]
    assert len(addresses("2010301", EntryKind.ROW)) == 2 * len(addresses("信访局 2010301", EntryKind.ROW)) == 6
    assert addresses("信访局 2023", EntryKind.ROW) == []
    assert addresses("三公 接待费", EntryKind.ROW)[0] == ("07", "official_reception")


def test_the_very_name_comes_first_then_the_newest_year():
    published_disclosure(year=2021)
    published_disclosure(year=2022)
    published_disclosure(unit_code="011002", unit_name="抚顺市信访局接待中心")
    assert [entry.key for entry in finds("抚顺市信访局", EntryKind.UNIT)] == ["210400-011001", "210400-011002"]
    assert [entry.year for entry in finds("信访事务", EntryKind.ROW)] == [2023] * 3 + [2022] * 3 + [2021] * 3


def test_a_row_with_an_amount_comes_before_a_newer_one_of_nothing_but_zeros():
    blank = build_disclosure(year=2024)
    BasicExpenditure.objects.filter(disclosure=blank, code="30201").update(amount=0)
    workflow.submit(blank)
    workflow.publish(blank)
    published_disclosure(year=2023)
    assert [(entry.year, bool(entry.figures)) for entry in finds("30201", EntryKind.ROW)] == [
        (2023, True),
        (2024, False),
    ]


def test_figures_are_kept_as_published_with_their_addresses(published_2023):
    row = finds("2010308", EntryKind.ROW)[1]
    assert row.figures == [
        ["本年支出合计", "635.36 万元", "6353600.00", "2010308.1"],
        ["项目支出", "635.36 万元", "6353600.00", "2010308.3"],
    ]


def test_neither_a_draft_nor_what_is_submitted_is_found():
    submitted_disclosure()
    build_disclosure(year=2022)
    assert not SearchEntry.objects.exists()


def test_of_several_revisions_the_current_one_is_found_once(published_2023):
    before = everything()
    draft = workflow.revise(published_2023)
    Paragraph.objects.create(disclosure=draft, position=9, chapter="explanation", text="更正说明。")
    workflow.submit(draft)
    workflow.publish(draft)
    assert [entry.disclosure.revision for entry in finds("更正", EntryKind.TEXT)] == [2]
    assert set(before) < set(everything())
    assert len(everything()) == len(before) + 1


def test_what_is_withdrawn_is_not_found_but_what_others_say_still_is():
    published_disclosure(unit_code="011002", unit_name="抚顺市档案馆")
    alone = everything()
    withdrawn = published_disclosure()
    workflow.withdraw(withdrawn, "有误")
    assert everything() == alone
    assert addresses("信访局", EntryKind.UNIT) == []
    assert addresses("基本支出", EntryKind.TERM) == [("", "基本支出")]


def test_a_unit_is_found_by_every_name_that_it_bore(published_2023):
    old = published_disclosure(year=2022)
    renamed = published_disclosure(year=2021, unit_name="抚顺市人民来访接待室")
    assert addresses("rmlf", EntryKind.UNIT) == addresses("来访接待室", EntryKind.UNIT) == [("", "210400-011001")]
    workflow.withdraw(renamed, "有误")
    workflow.withdraw(old, "有误")
    assert addresses("来访接待室", EntryKind.UNIT) == []
    assert addresses("信访局", EntryKind.UNIT) == [("", "210400-011001")]


def test_what_was_made_up_leaves_the_index_with_its_disclosures(published_2023):
    alone = everything()
    made_up = build_disclosure(unit_code="011002", unit_name="抚顺市档案馆（虚构）")
    Unit.objects.filter(code="011002").update(is_made_up=True)
    workflow.submit(made_up)
    workflow.publish(made_up)
    assert len(everything()) > len(alone)
    remove_made_up()
    assert everything() == alone


def test_rebuilding_makes_the_same_index(capsys, published_2023):
    published_disclosure(year=2022)
    before = everything()
    SearchEntry.objects.filter(kind=EntryKind.ROW).delete()
    call_command("rebuild_search")
    assert everything() == before
    assert "共 2 份" in capsys.readouterr().out


def test_a_failed_publication_leaves_nothing_in_the_index(monkeypatch):
    disclosure = submitted_disclosure()
    monkeypatch.setattr(workflow.PublicationCounter, "advance", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        workflow.publish(disclosure)
    assert not SearchEntry.objects.exists()


def test_more_than_can_be_put_in_order_are_not_counted():
    SearchEntry.objects.bulk_create(
        shared_entry(EntryKind.TERM, key=f"名词{n}", title=f"名词{n}") for n in range(MOST + 50)
    )
    assert len(matching_entries(Query.read("名词"), EntryKind.TERM)) == MOST + 1


def test_a_very_long_text_and_a_very_long_number_are_taken():
    disclosure = build_disclosure()
    text = "甲乙" * 30_000 + "9" * 5_000
    Paragraph.objects.create(disclosure=disclosure, position=9, chapter="explanation", text=text)
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    assert addresses("甲乙甲乙", EntryKind.TEXT) == [("", "p9")]


HOSTILE = (
    "'", '"', "\\", "*", "a*", "NEAR(信访 访)", "AND", "信访 OR", "NOT 信访", "tokens:信访", "^信访", "#row", "@2023",
    "=1262.08", "<->", "& | !", ":*", "%s %(a)s", "--", "; DROP TABLE publication_searchentry", "\x00", "\ud800", "ﷺ",
    "İ", "ß", "½", "①", "1e999", "9" * 100, "." * 50, ",,,", "1,2,3,4.5.6", "é́", "‮信访", "𠮷", "👪", "()" * 30,
)  # fmt: skip


@pytest.mark.parametrize("asked", HOSTILE)
def test_whatever_is_asked_is_only_asked(asked, published_2023):
    for kind in EntryKind:
        assert all(entry.kind == kind for entry in finds(asked, kind))


LETTERS = "信访局费支一2 8.,（a"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=8, unique=True),
    word=st.text("信访局费支一", min_size=1, max_size=4),
)
def test_a_word_of_chinese_finds_exactly_the_texts_that_hold_it(texts, word):
    SearchEntry.objects.all().delete()
    SearchEntry.objects.bulk_create(shared_entry(EntryKind.TERM, key=str(n), text=text) for n, text in enumerate(texts))
    holding = {text for text in texts if word in re.sub("[ （]", "", text)}
    assert {entry.text for entry in finds(word, EntryKind.TERM)} == holding


def test_the_index_of_the_database_agrees_with_the_entries(published_2023):
    workflow.withdraw(published_2023, "有误")
    published_disclosure(year=2022)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":  # raises an error where a row of the one is not in the other
            cursor.execute(
                "INSERT INTO publication_search_index (publication_search_index, rank) VALUES ('integrity-check', 1)"
            )
        cursor.execute(
            "SELECT count(*) FROM publication_search_index_docsize"
            if connection.vendor == "sqlite"
            else "SELECT count(vector) FROM publication_searchentry"
        )
        assert cursor.fetchone()[0] == SearchEntry.objects.count() > 50
