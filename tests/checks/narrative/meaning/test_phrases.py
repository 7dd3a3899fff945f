"""The rows of the vocabulary are sound, and phrases are put together whatever their order."""

import time
from collections import Counter
from itertools import islice

import pytest

from disclosures.checks.narrative.meaning.phrases.frames import frame_of
from disclosures.checks.narrative.meaning.phrases.rows import FILES, Kind, Row, all_rows, read_rows
from disclosures.checks.narrative.meaning.phrases.tiling import Tile, tilings
from disclosures.checks.narrative.meaning.squeezing import squeeze
from disclosures.checks.narrative.meaning.words.all import subject_in
from tests.checks.narrative.texts import items, meanings, named, text

RUNNING = "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）"
NAMING = (Kind.SUBJECT, Kind.BOTH, Kind.MEASURE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_row_says_what_it_means_and_where_it_was_seen(file):
    for row in read_rows(file):
        assert row.phrase
        assert row.phrase == squeeze(row.phrase).text, row
        assert row.seen, row
        for kind, words in row.means:
            assert all(subject_in(row.scope, key) for key in words if kind in NAMING)


def test_no_row_stands_twice():
    times = Counter((row.phrase, row.scope, row.means) for row in all_rows())
    assert [row for row, count in times.items() if count > 1] == []


def test_no_phrase_names_different_things_in_one_section():
    named = Counter((row.phrase, row.scope) for row in all_rows() if row.means[0][0] in NAMING)
    assert [phrase for phrase, count in named.items() if count > 1] == []


@pytest.mark.parametrize(
    "said",
    [
        "公务接待费支出决算为4.24万元，完成年初预算的42.40%",
        "年初预算为10.00万元，公务接待费决算数4.24万元，完成年初预算的42.40%",
        "完成年初预算10.00万元的42.40%，公务接待费支出4.24万元",
        "公务接待费年初预算10.00万元，支出决算4.24万元，为年初预算的42.40%",
    ],
)
def test_the_order_of_what_is_said_does_not_matter(said):
    expected = {"4.24万元": "公务接待费", "42.40%": "公务接待费完成年初预算的百分比"}
    found = meanings(text("三公", f"2.公务接待费。{said}。"))
    assert {figure: found[figure] for figure in expected} == expected


@pytest.mark.parametrize(
    ("section", "said", "figures"),
    [
        (
            "三公", "公务接待费支出2.00万元，与2023年度预算相比，减少7.77万元，下降1.00%",
            {"7.77万元": "公务接待费比预算减少的数", "1.00%": "公务接待费比预算下降的百分比"},
        ),
        (
            "三公", "公务接待费2.00万元，比年初预算3.00万元减少1.00万元，比上年1.50万元增加0.50万元",
            {
                "3.00万元": "公务接待费的年初预算数", "1.00万元": "公务接待费比年初预算减少的数",
                "1.50万元": "公务接待费的上年数",
            },
        ),
        ("三公", "2023年预算为3.00万元，比上年减少1.00万元", {"1.00万元": ""}),  # of the budget of last year
        ("三公", "与2022年度预算相比，公务接待费减少1.00万元", {"1.00万元": ""}),
        (
            "三公", "公务接待费5.00万元。国内公务接待8批次（其中外事接待1批次）；国（境）外公务接待2批次，6人次",
            {
                "8批次": "国内公务接待批次", "1批次": "外事接待批次", "2批次": "国（境）外公务接待批次",
                "6人次": "国（境）外公务接待人次",
            },
        ),
        ("三公", "列明公务接待2批次，9人", {"2批次": "公务接待批次", "9人": "公务接待人次"}),
        (
            "总体", "本年支出合计9.00万元：3.00万元为基本支出，占33.33%；项目支出占66.67%，为6.00万元",
            {
                "3.00万元": "基本支出", "33.33%": "基本支出占本年支出合计的比重", "6.00万元": "项目支出",
                "66.67%": "项目支出占本年支出合计的比重",
            },
        ),
        (
            "总体", "本年支出合计9.00万元，其中：基本支出3.00万元、项目支出6.00万元，分别占33.33%、66.67%",
            {"33.33%": "基本支出占本年支出合计的比重", "66.67%": "项目支出占本年支出合计的比重"},
        ),
        ("一般公共预算", "2010301-行政运行9.00万元", {"9.00万元": "行政运行"}),
        ("一般公共预算", "1.一般公共服务（类）支出9.00万元", {"9.00万元": "一般公共服务支出"}),
        ("一般公共预算", "专项业务费。支出决算为3.00万元", {"3.00万元": ""}),  # of what no row of the tables has
        ("采购", "政府采购支出总额9.00万元，其中货物5.00万元、服务4.00万元", {"4.00万元": "政府采购服务支出"}),
        ("总体", "收入增加了5个百分点", {"5个": ""}),
        (
            "单位", "本单位人员编制45名，年末实有人数40人，其中在职人员减少3人",
            {"45名": "编制人数", "40人": "年末实有人数", "3人": ""},
        ),
        ("单位", "核定编制45人，实有人员40人", {"45人": "编制人数", "40人": "年末实有人数"}),
    ],
)  # fmt: skip
def test_a_figure_is_found_by_what_is_said_of_it(section, said, figures):
    found = meanings(text(section, said, parts=items(total="9.00")))
    assert {figure: found[figure] for figure in figures} == figures


def test_a_title_in_its_own_paragraph_names_what_the_next_speaks_of():
    said = (
        "1、一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。",
        "年初预算为8.00万元，支出决算为9.00万元。",
    )
    assert meanings(text("一般公共预算", *said, parts=items(total="9.00")))["9.00万元"] == "行政运行"


def test_a_title_that_no_row_has_leaves_its_figures_without_a_meaning():
    said = ("1、某种专项支出。", "年初预算为8.00万元，支出决算为9.00万元。")
    assert meanings(text("一般公共预算", *said, parts=items(total="9.00")))["9.00万元"] == ""


# ---------------------------------------------------------------------------------------------------------------------
# Bounds
# ---------------------------------------------------------------------------------------------------------------------


def test_a_phrase_that_matches_everything_makes_no_search_without_end():
    everything = [(n, (Tile(n, Kind.NOTHING),)) for n in (3, 2, 1)]
    found = islice(tilings("支" * 80, 0, lambda place: [one for one in everything if place + one[0] <= 80]), 10)
    assert len([frame_of(tiles) for tiles in found]) == 10


def test_a_text_of_one_paragraph_without_end_is_read_in_time():
    said = (
        "某项支出" * 250_000 + "，另有" * 50_000 + "收入为5.00万元，占30%。" + "公务接待费支出1.00万元，占20%。" * 2_000
    )
    began = time.process_time()
    found = meanings(text("三公", said))
    assert time.process_time() - began < 20
    assert found["1.00万元"] == "公务接待费"


def test_rows_are_read_with_their_section_and_loose_beginning():
    line = {"phrase": "…公务用车保有量", "section": "three_public", "means": "subject vehicles:kept", "seen": "辽宁"}
    row = Row.read(line)
    assert (row.phrase, row.is_loose, row.means) == ("公务用车保有量", True, ((Kind.SUBJECT, ("vehicles:kept",)),))


def test_a_code_without_a_name_and_a_unit_without_one_name_nothing():
    parts = (*items(total="9.00"), named("05", "2010399", ""))
    assert meanings(text("一般公共预算", "行政运行9.00万元", parts=parts, unit_name=""))["9.00万元"] == "行政运行"
