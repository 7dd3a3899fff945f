"""Unit-years side by side: rows that mean the same, differences against the first, and a base of zero that says so."""

from decimal import Decimal
from itertools import product

import pytest
from django.http import QueryDict

from disclosures.amounts import AmountUnit
from disclosures.pages.compare.page import compare_page
from disclosures.publication import workflow
from disclosures.statements.models import STATEMENTS, Chapter, Disclosure, Paragraph
from tests.answers import public_page
from tests.building import build_disclosure, published_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db

RECEPTIONS = (
    (2, "四、“三公”经费支出情况"),
    (0, "公务接待费支出4.24万元。其中：国内公务接待支出4.24万元，国内公务接待8批次、52人次。"),
)
A, B, C = "210400-011001-2022", "210400-011001-2023", "210400-011002-2023"


def published(draft: Disclosure) -> Disclosure:
    workflow.submit(draft)
    workflow.publish(draft)
    return draft


@once
def three():
    """The same unit in two years, and another; some figures changed, one row renamed, one gone, one new."""
    published_disclosure(year=2022)
    later = build_disclosure()
    later.lines("03").filter(code="2010308").update(total_expenditure=Decimal("5000000.00"))
    later.lines("03").filter(code="2080505").update(name="另一个名字", total_expenditure=Decimal(0))
    later.lines("03").filter(code__startswith="20103", code="2010301").delete()
    published(later)
    other = build_disclosure(unit_code="011002", unit_name="乙局")
    other.lines("03").filter(code="").update(total_expenditure=Decimal(0))
    published(other)


def page(query: str):
    return compare_page(QueryDict(query))


def rows(query: str) -> dict[str, list[tuple[str, str, str]]]:
    """By code or name: figure, difference and percentage of each unit-year."""
    return {
        row.code or row.name: [(cell.text, cell.difference, cell.words) for cell in row.cells]
        for _, group in page(query).groups
        for row in group
    }


def test_rows_of_one_code_stand_side_by_side_with_differences_against_the_first(three):
    found = rows(f"a={A}&b={B}")
    assert found["2010308"] == [("635.36", "", ""), ("500.00", "少 135.36", "−21.30%")]
    assert found["合计"] == [("1,262.08", "", ""), ("1,262.08", "", "相同")]
    assert found["2080505"] == [("178.51", "", ""), ("0.00", "少 178.51", "−100.00%")]


def test_a_row_that_one_of_them_lacks_is_blank_there_and_compared_with_nothing(three):
    assert rows(f"a={A}&b={B}")["2010301"] == [("448.21", "", ""), ("", "", "")]
    assert rows(f"a={B}&b={A}")["2010301"] == [("", "", ""), ("448.21", "", "")]


def test_a_base_of_zero_gives_no_percentage_and_says_so(three, client):
    assert rows(f"a={C}&b={A}")["合计"] == [("0.00", "", ""), ("1,262.08", "多 1,262.08", "÷0 基数是零")]
    assert "÷0 基数是零" in public_page(client, f"/compare/?a={C}&b={A}")


def test_rows_stand_in_the_order_of_the_form(three):
    assert list(rows(f"a={B}&b={A}")) == [
        "合计", "201", "20103", "2010301", "2010308", "208", "20805", "2080505",
    ]  # fmt: skip
    assert [title for title, _ in page(f"a={A}&b={B}&table=01").groups] == ["收入", "支出"]
    assert list(rows(f"a={A}&table=06"))[-2:] == ["人员经费合计", "公用经费合计"]


@pytest.mark.parametrize("number", STATEMENTS)
def test_every_figure_of_the_column_is_there_and_leads_to_its_cell(number, client, published_2023):
    shown = {
        cell.href: cell.value
        for _, group in page(f"a={B}&table={number}").groups
        for row in group
        for cell in row.cells
    }
    naive = [
        getattr(line, column.name)
        for line in published_2023.lines(number)
        for column in (line.columns_of(line.side)[:1] if hasattr(line, "side") else main(number))
    ]
    assert sorted(shown.values()) == sorted(value for value in naive if value)
    answers = {href.partition("#")[0]: "" for href in shown}
    answers = {address: client.get(address).content.decode() for address in answers}
    for href in shown:
        address, _, anchor = href.partition("#")
        assert f'id="{anchor}"' in answers[address]


def test_all_bars_of_a_comparison_have_one_scale(three, client):
    """0.05 beside 7,970.62 is no full bar: the longest is that of the largest figure, whichever row it stands in."""
    cells = [cell for _, group in page(f"a={A}&b={B}").groups for row in group for cell in row.cells if cell.value]
    largest = max(cell.value for cell in cells)
    assert all(cell.width == (cell.value / largest * 100).quantize(Decimal("0.01")) for cell in cells)
    assert max(cell.width for cell in cells) == 100
    assert "满格是 1,262.08" in public_page(client, f"/compare/?a={A}&b={B}")


def test_what_is_many_times_as_much_is_said_in_times(three):
    draft = build_disclosure(unit_code="011007", unit_name="小局")
    draft.lines("03").filter(code="2080505").update(total_expenditure=Decimal("16500.00"))
    published(draft)
    small = "210400-011007-2023"
    assert rows(f"a={small}&b={A}")["2080505"][1] == ("178.51", "多 176.86", "约 108 倍")
    assert rows(f"a={A}&b={small}")["2080505"][1] == ("1.65", "少 176.86", "不到 1%")


def test_shares_are_of_the_own_total_and_differ_by_points(three, client):
    found = rows(f"a={A}&b={B}&measure=share")
    assert found["合计"] == [("100.00%", "", ""), ("100.00%", "", "相同")]
    assert found["2010308"] == [("50.34%", "", ""), ("39.62%", "低 10.72 个百分点", "")]
    assert found["2010301"] == [("35.51%", "", ""), ("", "", "")]
    assert rows(f"a={C}&measure=share") == {}  # its total is 0.00: there is nothing to take a share of
    account = rows(f"a={A}&table=01&measure=share")
    assert [cells[0][0] for name, cells in account.items() if "一般公共服务" in name] == ["85.86%"]
    assert "每 100 元里有几元" in public_page(client, f"/compare/?a={A}&b={B}&measure=share")


def test_what_one_of_a_thing_comes_to_says_what_was_divided(client):
    draft = build_disclosure()
    for n, (level, text) in enumerate(RECEPTIONS, start=60):
        Paragraph.objects.create(disclosure=draft, position=n, chapter=Chapter.EXPLANATION, level=level, text=text)
    published(draft)
    published_disclosure(unit_code="011002", unit_name="乙局")
    found = {row.title: row.cells for row in page(f"a={B}&b={C}").averages}
    assert [cell.text for cell in found["每批公务接待"]] == ["5,300.00", ""]
    cell = found["每人次公务接待"][0]
    assert (cell.text, cell.amount.text, cell.count.text) == ("815.38", "42,400.00 元", "52人次")
    for part in (cell.amount, cell.count):
        address, _, anchor = part.href.partition("#")
        assert f'id="{anchor}"' in client.get(address).content.decode()
    assert page(f"a={C}").averages == ()


def test_every_report_and_table_leads_to_compare(client, published_2023):
    for address in ("", "tables/05/"):
        answer = client.get(f"/units/210400-011001/2023/{address}").content.decode()
        link = "/compare/?a=210400-011001-2023" + ("&amp;table=05" if address else "")
        assert f'href="{link}"' in answer
    assert public_page(client, "/compare/?a=210400-011001-2023&table=05").index('id="find"') < public_page(
        client, "/compare/?a=210400-011001-2023&table=05"
    ).index('class="compare"')


def main(number: str):
    """The column that a reader means when none is named: 小计 or 合计, else 决算数."""
    names = {"02": "total_income", "03": "total_expenditure", "05": "total", "06": "amount", "07": "actual"}
    return [STATEMENTS[number]._meta.get_field(names.get(number, "expenditure"))]


def test_another_column_is_compared_when_asked_for(three):
    assert rows(f"a={A}&b={B}&column=basic_expenditure")["合计"][0][0] == "626.72"
    assert rows(f"a={A}&table=07&column=initial_budget")["合计"] == [("5.00", "", "")]
    sides = page(f"a={A}&table=04&column=general_public_budget").groups
    assert [title for title, _ in sides] == ["支出"]


def test_documents_that_print_another_unit_are_converted_and_the_page_says_so(three):
    draft = build_disclosure(unit_code="011003", unit_name="丙局", amount_unit=AmountUnit.YUAN.value)
    draft.lines("03").filter(code="").update(total_expenditure=Decimal("12345.67"))
    published(draft)
    found = page(f"a=210400-011003-2023&b={A}")
    assert (found.unit, found.is_converted) == ("元", True)
    assert rows(f"a=210400-011003-2023&b={A}")["合计"][1][0] == "12,620,800.00"
    assert rows(f"a={A}&b=210400-011003-2023")["合计"][1][:2] == ("1.23", "少 1,260.85")


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        (f"a={A}&b={B}", f"a={A}&b={B}"),
        (f"b={A}&f={B}", f"a={A}&b={B}"),
        (f"a={A}&b={A}&c={B}", f"a={A}&b={B}"),
        (f"a=nonsense&b={A}&c=210400-999999-2023&d=210400-011001-1999", f"a={A}"),
        (f"a={A}&table=03&column=total_expenditure&unit=wan", f"a={A}"),
        (f"a={A}&table=99&column=x&unit=y&find=z", f"a={A}"),
        (
            f"a={A}&table=04&column=government_fund_budget&unit=yi",
            f"a={A}&table=04&column=government_fund_budget&unit=yi",
        ),
        ("g=1", ""),
    ],
)
def test_one_comparison_has_one_address(query, canonical, three, client):
    expected = "/compare/" + (f"?{canonical}" if canonical else "")
    assert page(query).address == expected
    answer = public_page(client, f"/compare/?{query}")
    assert ("canonical" in answer) == (f"/compare/?{query}" != expected)
    assert "canonical" not in public_page(client, expected)


def test_six_are_the_most_and_each_can_be_taken_away(client):
    slugs = []
    for n in range(1, 8):
        published_disclosure(unit_code=f"01100{n}", unit_name=f"单位 {n}")
        slugs.append(f"210400-01100{n}-2023")
    letters = "abcdefg"
    found = page("&".join(f"{letter}={slug}" for letter, slug in zip(letters, slugs, strict=True)))
    assert [side.name for side in found.sides] == [f"单位 {n}" for n in range(1, 7)]
    assert found.is_full
    assert found.offers == ()
    rest = [slug for slug in slugs[:6] if slug != slugs[1]]
    assert found.sides[1].without == "/compare/?" + "&".join(
        f"{letter}={slug}" for letter, slug in zip(letters, rest, strict=False)
    )


def test_what_could_be_added_is_found_by_name_code_and_year(three):
    def offered(query: str) -> list[str]:
        return [offer.title for _, offers in page(query).offers for offer in offers]

    assert offered(f"a={A}") == ["抚顺市信访局 2023 年"]  # the unit's other years
    assert offered("find=乙") == ["乙局 2023 年"]
    assert offered("find=信访 2022") == ["抚顺市信访局 2022 年"]
    assert offered("find=011002") == ["乙局 2023 年"]
    assert offered("find=没有的") == []
    assert len(offered("")) == 3
    assert page(f"a={A}&find=乙").offers[0][1][0].href == f"/compare/?a={A}&b={C}"


@pytest.mark.parametrize("text", ["%", "'\"<script>", "a" * 5000, "１", "2023 2022", "\x00", " "])
def test_whatever_is_looked_for_the_page_answers(text, three, client):
    response = client.get("/compare/", {"find": text, "a": text})
    assert response.status_code == 200
    assert "<script>" not in response.content.decode()


def test_any_order_of_choices_answers(three, client):
    for table, column in product(("01", "06", "09"), ("", "actual", "amount", "total")):
        assert client.get(f"/compare/?a={A}&c={C}&table={table}&column={column}").status_code == 200


def sides(query: str) -> list[str]:
    """What the lines of a row are called on a phone."""
    return [cell.side for cell in page(query).groups[0][1][0].cells]


def test_a_line_on_a_phone_is_called_by_what_tells_it_apart(three):
    assert sides(f"a={B}&b={C}") == ["信访局", "乙局"]
    assert sides(f"a={A}&b={B}") == ["2022", "2023"]
    assert sides(f"a={A}&b={C}") == ["信访局 2022", "乙局 2023"]


def test_what_is_blank_is_left_out_on_a_phone_and_said_to_be(client, three):
    html = public_page(client, f"/compare/?a={A}&b={B}")
    assert '<td class="num none" data-title="2023">' in html
    assert "一行里空白的单位也没有列出。" in html
