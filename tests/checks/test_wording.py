"""Every code has its wording; a sentence knows where it names its sides."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosures.amounts import AmountUnit, Outcome, Precision
from disclosures.checks.checking import check
from disclosures.checks.figures import Figure
from disclosures.checks.labels import (
    CellLabel,
    Computed,
    FieldLabel,
    FormName,
    Named,
    PassageLabel,
    TableLabel,
    TextLabel,
    label_as_data,
    label_from,
)
from disclosures.checks.outcomes import Result
from disclosures.checks.wording.reasons import REASONS, Reason
from disclosures.checks.wording.relations import RELATIONS, Relation
from tests.checks.loading import BROKEN, EQUAL
from tests.checks.samples import FUSHUN, PUTUO, read_sample

LEFT = Figure(Decimal(10000), CellLabel("03", "合计", "基本支出"), "1.00 万元")
RIGHT = Figure(Decimal(30000), Named("各项之和"), "3.00 万元")


def result(**more) -> Result:
    return Result("A1", Outcome.BROKEN, Relation.SAME, LEFT, RIGHT, precision=Precision(AmountUnit.YUAN), **more)


def test_every_code_has_its_wording():
    assert set(RELATIONS) == set(Relation)
    assert set(REASONS) == set(Reason)
    assert not [words for words in REASONS.values() if words.endswith("。")]


def test_the_sentence_is_told_from_the_facts_alone():
    assert result().message == "公开03表“合计”的“基本支出” 1.00 万元，各项之和 3.00 万元，相差 20,000.00 元。"
    nor = result(reason=Reason.NOR_OTHERS, facts={"others": (LEFT, RIGHT)})
    assert nor.message.endswith("元；也不等于公开03表“合计”的“基本支出” 1.00 万元，也不等于各项之和 3.00 万元。")


def test_a_side_is_named_by_its_figure_its_label_and_its_place():
    told = result().told
    assert [told.text[span.start : span.stop] for span in told.left] == [
        "1.00 万元", "公开03表“合计”的“基本支出”", "公开03表",
    ]  # fmt: skip
    assert [span.is_figure for span in told.left] == [True, False, False]


@pytest.mark.parametrize("path", [FUSHUN, PUTUO], ids=lambda path: path.stem)
def test_where_a_sentence_names_a_figure_it_has_its_text(path):
    for one in check(read_sample(path)).results:
        for side, spans in ((one.left, one.told.left), (one.right, one.told.right)):
            assert {one.message[span.start : span.stop] for span in spans if span.is_figure} <= {side and side.text}


@pytest.mark.parametrize(
    "label",
    [
        CellLabel("03", "合计", "基本支出"),
        TableLabel("05", "2010301"),
        TextLabel("基本支出"),
        FieldLabel(FormName("甲"), "得分", "指标", "乙"),
        FieldLabel(FormName("", is_of_unit=True), "总得分"),
        PassageLabel(FormName("甲"), "全年完成情况", "办结率"),
        Named("下面 {} 项之和", (3,)),
        Computed("{} ÷ {}", ((Named("甲"), "1"), (Named("乙"), "2"))),
    ],
    ids=str,
)
def test_a_label_comes_back_from_plain_data_with_the_same_words(label):
    assert str(label_from(label_as_data(label))) == str(label)


@pytest.mark.parametrize(
    ("reason", "facts", "told"),
    [
        (Reason.NO_SIDE, {}, "左边没有数。"),
        (Reason.NO_SIDES, {}, "两边都没有数。"),
        (Reason.TOO_SMALL, {"whole": RIGHT}, "各项之和 3.00 万元 太小，算不准百分比。"),
        (Reason.NOT_REACHED, {"aim": "目标 1，完成 0"}, "（目标 1，完成 0）：没有达到目标，完成程度却是全部。"),
        (Reason.NO_FINAL_AMOUNT, {"subject": "公务接待费"}, "1.00 万元，没有印出公务接待费的决算数。"),
        (Reason.NO_TOTAL, {"what": Named("各类之和")}, "没有印出应当等于各类之和的数。"),
    ],
)
def test_what_is_rarely_found_is_told_as_well(reason, facts, told):
    assert result(reason=reason, facts=facts).message.endswith(told)


def test_a_missed_target_is_told_with_what_is_written_of_it():
    said = {"aim": "目标 95%，完成 90%", "missing": ("偏差原因", "改进措施")}
    one = result(facts=said)
    told = {end: replace(one, relation=Relation.MISS_EXPLAINED, outcome=end).message for end in (EQUAL, BROKEN)}
    assert told[EQUAL].endswith(" 1.00 万元，没有达到目标（目标 95%，完成 90%），写了偏差原因和改进措施。")
    assert told[BROKEN].endswith("，没有写偏差原因和改进措施。")
