"""What differs between two revisions: changed, new and gone rows of every part, and nothing where nothing differs."""

import pytest

from disclosures.publication import workflow
from disclosures.publication.changes.differences import changed_lines, differences
from disclosures.publication.parts import all_parts
from disclosures.statements.models import PARTS, Expenditure, Paragraph, PerformanceIndicator, StatementHead, Term
from tests.building import build_disclosure, published_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db


@once
def revisions():
    first = published_disclosure()
    return first, workflow.revise(first)


def found(revisions):
    return differences(*map(all_parts, revisions))


def test_a_copy_differs_in_nothing(revisions):
    assert found(revisions) == {}


def test_a_changed_figure_is_named_by_its_row_and_column(revisions):
    line = Expenditure.objects.get(disclosure=revisions[1], code="2010301")
    line.set_printed("total_expenditure", "450.00", revisions[1].precision)
    line.save()
    (row,) = found(revisions)[Expenditure]
    assert (row.key, row.fields) == ("2010301", ("total_expenditure",))
    assert (row.old.total_expenditure, row.new.total_expenditure) == (4482100, 4500000)


def test_blank_and_zero_differ(revisions):
    line = Expenditure.objects.get(disclosure=revisions[1], code="2010301")
    line.set_printed("project_expenditure", "0.00", revisions[1].precision)
    line.save()
    assert found(revisions)[Expenditure][0].fields == ("project_expenditure",)


def test_the_same_amount_written_in_another_way_differs(revisions):
    line = Expenditure.objects.get(disclosure=revisions[1], code="2010301")
    line.set_printed("total_expenditure", "448.2100", revisions[1].precision)
    line.save()
    assert found(revisions)[Expenditure][0].fields == ("total_expenditure",)


def test_new_rows_and_rows_that_are_gone_have_one_side(revisions):
    Expenditure.objects.filter(disclosure=revisions[1], code="2080505").delete()
    Expenditure.objects.create(disclosure=revisions[1], position=90, code="2080506", name="职业年金", place="x")
    new, gone = found(revisions)[Expenditure]
    assert (new.key, new.old, new.new.name) == ("2080506", None, "职业年金")
    assert (gone.key, gone.new) == ("2080505", None)


def test_where_a_row_stands_is_no_difference(revisions):
    lines = Expenditure.objects.filter(disclosure=revisions[1])
    for line in lines.order_by("-position"):
        line.position, line.place = line.position + 10, "别处"
        line.save()
    assert found(revisions) == {}


def test_words_between_the_same_neighbours_are_taken_for_each_other(revisions):
    paragraph = Paragraph.objects.get(disclosure=revisions[1], position=5)
    paragraph.text = "2023年度收入总计1262.08万元。"
    paragraph.save()
    Paragraph.objects.filter(disclosure=revisions[1], position=1).delete()
    gone, changed = found(revisions)[Paragraph]
    assert (gone.old.position, gone.new) == (1, None)
    assert (changed.old.position, changed.new.text, changed.fields) == (5, paragraph.text, ("text",))


@pytest.mark.parametrize(
    ("model", "which", "field"),
    [
        (StatementHead, {"number": "03"}, "notes"),
        (Term, {"name": "基本支出"}, "definition"),
        (PerformanceIndicator, {"name": "接待批次"}, "score"),
    ],
)
def test_parts_with_names_are_matched_by_them(revisions, model, which, field):
    model.objects.filter(disclosure=revisions[1], **which).update(**{field: "改了"})
    ((part, (row,)),) = found(revisions).items()
    assert (part, row.fields, getattr(row.new, field)) == (model, (field,), "改了")


def test_every_part_takes_part():
    one, other = build_disclosure(), build_disclosure(year=2022)
    for model in PARTS:
        model.objects.filter(disclosure=other).delete()
    assert set(differences(all_parts(one), all_parts(other))) == set(PARTS)


def test_lines_of_one_table_are_compared_alone(revisions):
    lines = [list(one.lines("03")) for one in revisions]
    assert changed_lines(*lines) == ()
    lines[1].pop()
    (gone,) = changed_lines(*lines)
    assert (gone.key, gone.new) == ("2080505", None)
