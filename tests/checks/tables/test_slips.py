"""Slips in typing a table, each with what looks like it and is none."""

import pytest

from disclosures.statements.lines import StatementLine
from tests.checks.loading import BROKEN, loaded, only, outcomes, results, row, rows
from tests.checks.samples import FUSHUN, PUTUO, read_sample


def basic(**sections: str) -> list[StatementLine]:
    """Table 06 with the class 302 and these of its sections, as in c30201="1.00"."""
    figures = {code.removeprefix("c"): figure for code, figure in sections.items()}
    return rows("06", "amount", figures)


def test_a_part_that_repeats_the_total_is_told_where_the_others_add_up_to_it():
    of = loaded(basic(c302="1,844.57", c30201="1,000.00", c30202="844.57", c30299="1,844.57"))
    result = only("A1r", of)
    assert result.outcome == BROKEN
    assert (
        "“30299” 1,844.57 万元，和上级的公开06表“302” 1,844.57 万元一样，而其他 2 个科目加起来已经是这个数"
        in result.message
    )


@pytest.mark.parametrize(
    "sections",
    [
        {"c302": "10.00", "c30201": "10.00"},
        {"c302": "10.00", "c30201": "10.00", "c30202": "0.00"},
        {"c302": "10.00", "c30201": "10.00", "c30202": "3.00"},
        {"c302": "10.00", "c30201": "5.00", "c30202": "5.00"},
        {"c302": "0.00", "c30201": "0.00", "c30202": "0.00"},
        {"c302": "", "c30201": "5.00", "c30202": "5.00"},
    ],
)
def test_a_part_that_is_the_total_is_no_slip_where_the_others_leave_room_for_it(sections):
    assert results("A1r", loaded(basic(**sections))) == []


@pytest.mark.parametrize("path", [FUSHUN, PUTUO], ids=lambda path: path.stem)
def test_real_tables_have_none_of_these(path):
    of = read_sample(path)
    assert [found for rule in ("A1r", "A1d", "C6s") for found in results(rule, of)] == []


CODES = ("201", "20103", "2010301", "207", "20701", "208", "20805", "2080505", "221", "22102", "2210201")
SPENT = ("9.00", "9.00", "9.00", "7.00", "7.00", "5.00", "5.00", "5.00", "3.00", "3.00", "3.00")


def spending(of_appropriation: tuple[str, ...], spent: tuple[str, ...] = SPENT) -> list[StatementLine]:
    return [
        *rows("03", "total_expenditure", dict(zip(CODES, spent, strict=True))),
        *rows("05", "total", dict(zip(CODES, of_appropriation, strict=True))),
    ]


def test_amounts_that_slid_up_are_told_at_the_first_of_them():
    slid = (*SPENT[:3], *SPENT[5:], "", "")
    result = only("C6s", loaded(spending(slid)))
    assert (result.outcome, result.left.spot.row) == (BROKEN, "207")
    assert "从这一行起有 4 个数像是错了行：这一行印的是 208 的数" in result.message


def test_amounts_that_slid_down_are_told_too():
    spent = ("9.00", "8.00", "7.00", "6.00", "5.00", "4.00", "3.00", "2.00", "1.00", "0.50", "0.40")
    slid = (*spent[:2], "", *spent[2:10])
    result = only("C6s", loaded(spending(slid, spent)))
    assert result.left.spot.row == "207"
    assert "这一行印的是 2010301 的数" in result.message


@pytest.mark.parametrize(
    "of_appropriation",
    [
        SPENT,
        ("9.00", "9.00", "9.00", "", "", "5.00", "5.00", "5.00", "3.00", "3.00", "3.00"),
        ("9.00", "9.00", "9.00", "6.00", "6.00", "4.00", "4.00", "4.00", "2.00", "2.00", "2.00"),
        ("9.00", "9.00", "9.00", "5.00", "5.00", "5.00", "5.00", "5.00", "3.00", "3.00", "3.00"),
        ("", "", "", "", "", "", "", "", "", "", ""),
    ],
)
def test_amounts_that_are_less_missing_or_alike_have_not_slid(of_appropriation):
    assert results("C6s", loaded(spending(of_appropriation))) == []


def with_basic(basic: str, total: str = "13,583.48") -> list[StatementLine]:
    """Table 03 with the class 212 and another; their sums hold where the basic expenditure is 10,661.51."""
    return [
        row(
            "03", "total", total_expenditure="14,583.48", basic_expenditure="11,161.51", project_expenditure="3,421.97"
        ),
        row("03", "212", total_expenditure=total, basic_expenditure=basic, project_expenditure="2,921.97"),
        row(
            "03", "21201", total_expenditure="13,583.48", basic_expenditure="10,661.51", project_expenditure="2,921.97"
        ),
        row("03", "221", total_expenditure="1,000.00", basic_expenditure="500.00", project_expenditure="500.00"),
    ]


def test_a_lost_digit_is_told_as_what_would_fit_and_changes_nothing():
    of = loaded(with_basic("1,066.51"))
    result = only("A1d", of)
    assert (result.left.spot.row, result.left.spot.column) == ("212", "basic_expenditure")
    assert result.message.endswith(
        "“212”的“基本支出” 1,066.51 万元，像是少了一位：10,661.51 万元就和它的 3 个合计都对得上。这里没有改动。"
    )
    assert of.row("03", "212").basic_expenditure == 10_665_100
    assert result.severity == "note"


@pytest.mark.parametrize(
    "parts",
    [
        with_basic("10,661.51"),
        with_basic("1,077.51"),
        with_basic("20,661.51"),
        with_basic("1,066.51", total="3,988.48"),
        rows("06", "amount", {"302": "100.00", "30201": "10.00"}),
        rows("06", "amount", {"302": "30.00", "30201": "1.00", "30202": "2.00"}),
    ],
    ids=["whole", "other digits", "a wrong digit", "a sum that holds", "one sum alone", "two that might"],
)
def test_nothing_is_told_where_no_single_digit_fits_all_sums(parts):
    assert results("A1d", loaded(parts)) == []


def test_a_table_with_very_many_broken_sums_is_not_searched():
    many = {f"{300 + n}{section:02}": "7.00" for n in range(99) for section in (1, 2)}
    classes = {f"{300 + n}": "1.00" for n in range(99)}
    of = loaded(rows("06", "amount", classes | many))
    assert outcomes("A1", of).count(BROKEN) > 60
    assert results("A1d", of) == []
