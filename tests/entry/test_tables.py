"""The lines of one table on one page: exact figures, errors at their fields, order, and closed revisions."""

import re
from decimal import Decimal

import pytest

from disclosures.entry.rows.lines import typed_names
from disclosures.publication.digest import canonical_json
from disclosures.publication.parts import content_fields, links
from disclosures.staff.roles import Role
from disclosures.statements.models import (
    PARTS,
    STATEMENTS,
    Disclosure,
    Duty,
    Expenditure,
    FiscalSummary,
    GeneralBudgetExpenditure,
    Income,
    Paragraph,
    StatementHead,
    Summary,
    Term,
    ThreePublicExpenses,
)
from tests.building import build_disclosure, published_disclosure, submitted_disclosure
from tests.entry.typing_in import page_of, saved, typed_in
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

each_table = pytest.mark.parametrize("model", STATEMENTS.values(), ids=STATEMENTS)


# What a page sends that nobody can type into.
HIDDEN = {
    "csrfmiddlewaretoken",
    "id",
    "disclosure",
    "draft",
    "typist",
    *(f"{n}_FORMS" for n in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")),
}


@pytest.fixture
def draft() -> Disclosure:
    return build_disclosure()


def errors(response) -> dict[str, list[str]]:
    """The errors of the rows, by input."""
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    return {
        f"{form.prefix}-{name}": list(messages)
        for formset in formsets
        for form in formset.forms
        for name, messages in form.errors.items()
    }


def added(page_data: dict[str, str], prefix: str, n: int, **values: str) -> dict[str, str]:
    """The data with one more row, number n, as the button for another row adds it."""
    empty = f"{prefix}-__prefix__-"
    row = {
        f"{prefix}-{n}-{key.removeprefix(empty)}": value for key, value in page_data.items() if key.startswith(empty)
    }
    values = {f"{prefix}-{n}-{key}": value for key, value in values.items()}
    return page_data | row | values | {f"{prefix}-TOTAL_FORMS": str(n + 1)}


@each_table
def test_a_table_saved_untouched_stays_as_it_is(admin_client, draft, model):
    before = canonical_json(draft)
    assert saved(admin_client, page_of(draft, model), {}).status_code == 302
    assert canonical_json(draft) == before


@each_table
def test_columns_stand_in_the_order_of_the_form_with_their_official_titles(admin_client, draft, model):
    html = re.sub(r"(?<=>)\s+|\s+(?=<)", "", admin_client.get(page_of(draft, model)).content.decode())
    cells = [html.index(f'field-{column.name}"') for column in model.columns()]
    assert cells == sorted(cells)
    assert all(f'column-{column.name}">{column.title}<' in html for column in model.columns())
    assert all(f">{column.group}<" in html for column in model.columns() if column.group)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("448.21", "4482100"),
        ("１，２６２．０８", "12620800"),
        ("0.000001", "0.01"),
        ("-3", "-30000"),
        ("0.00", "0"),
        ("", None),
    ],
)
def test_what_is_typed_in_wan_is_stored_in_yuan_exactly(admin_client, draft, typed, stored):
    assert saved(admin_client, page_of(draft, Income), {"income-1-other_income": typed}).status_code == 302
    value = draft.lines("02")[1].other_income
    assert value == (None if stored is None else Decimal(stored))


def test_blank_stays_blank_and_zero_stays_zero(admin_client, draft):
    page = page_of(draft, GeneralBudgetExpenditure)
    data = typed_in(admin_client.get(page))
    name = "generalbudgetexpenditure"
    assert data[f"{name}-3-project_expenditure"] == "0.00"
    changes = {f"{name}-3-project_expenditure": "", f"{name}-4-project_expenditure": "0"}
    saved(admin_client, page, changes)
    lines = list(draft.lines("05"))
    assert (lines[3].project_expenditure, lines[4].project_expenditure) == (None, Decimal(0))
    data = typed_in(admin_client.get(page))
    assert (data[f"{name}-3-project_expenditure"], data[f"{name}-4-project_expenditure"]) == ("", "0.00")


@pytest.mark.parametrize("typed", ["十二万", "1,26,2", "0.0000001", "9" * 20])
def test_a_wrong_amount_is_an_error_at_its_field_and_nothing_is_saved(admin_client, draft, typed):
    before = canonical_json(draft)
    changes = {"income-0-total_income": "1", "income-1-other_income": typed, "statementhead-0-title": "改"}
    response = saved(admin_client, page_of(draft, Income), changes)
    assert response.status_code == 200
    assert list(errors(response)) == ["income-1-other_income"]
    assert typed in response.content.decode()
    assert canonical_json(draft) == before


def test_a_figure_finer_than_the_document_prints_is_shown_in_full_and_survives_a_save(admin_client, draft):
    line = draft.lines("02")[1]
    line.other_income = Decimal("123.45")
    line.save()
    page = page_of(draft, Income)
    assert typed_in(admin_client.get(page))["income-1-other_income"] == "0.012345"
    saved(admin_client, page, {"income-1-name": "改了名称", "income-1-confirmed": "on"})
    line.refresh_from_db()
    assert (line.name, line.other_income) == ("改了名称", Decimal("123.45"))


def test_a_disclosure_in_yuan_is_typed_in_yuan(admin_client):
    draft = build_disclosure(amount_unit="元")
    saved(admin_client, page_of(draft, Income), {"income-1-other_income": "131"})
    assert draft.lines("02")[1].other_income == Decimal(131)


def test_a_figure_typed_anew_replaces_the_way_the_document_printed_it(admin_client, draft):
    line = draft.lines("02")[1]
    line.set_printed("other_income", "131", draft.precision)
    line.set_printed("business_income", "-", draft.precision)
    line.save()
    saved(admin_client, page_of(draft, Income), {"income-1-other_income": "132"})
    line.refresh_from_db()
    assert line.text("other_income", draft.precision) == "132.00"
    assert line.text("business_income", draft.precision) == "-"


def test_an_income_row_has_no_figure_in_a_column_of_expenditure(admin_client, draft):
    response = saved(admin_client, page_of(draft, FiscalSummary), {"fiscalsummary-0-total": "1"})
    assert errors(response) == {"fiscalsummary-0-total": ["收入行没有“合计”这一栏。"]}


def test_a_new_row_stands_last_and_a_row_with_a_number_before_the_row_that_had_it(admin_client, draft):
    page = page_of(draft, Duty)
    data = added(typed_in(admin_client.get(page)), "duty", 2, text="最后一条")
    admin_client.post(page, added(data, "duty", 3, text="第一条", order="1"))
    texts = Duty.objects.filter(disclosure=draft).values_list("text", flat=True)
    assert [text[:4] for text in texts] == ["第一条", "受理群众", "协调处理", "最后一条"]


def test_rows_of_a_table_change_places_though_no_two_may_share_one(admin_client, draft):
    codes = [line.code for line in draft.lines("03")]
    saved(admin_client, page_of(draft, Expenditure), {"expenditure-7-order": "2"})
    assert [line.code for line in draft.lines("03")] == [codes[0], codes[7], *codes[1:7]]


def test_a_row_is_deleted(admin_client, draft):
    saved(admin_client, page_of(draft, Term), {"term-0-DELETE": "on"})
    assert [term.name for term in Term.objects.filter(disclosure=draft)] == ["基本支出"]


def test_a_new_account_row_is_recognised_by_its_side_and_name(admin_client):
    draft = build_disclosure()
    draft.lines("01").delete()
    page = page_of(draft, Summary)
    data = added(typed_in(admin_client.get(page)), "summary", 0, side="expenditure", name="结余分配", amount="1")
    admin_client.post(page, added(data, "summary", 1, side="income", name="别的收入", amount="2"))
    assert [line.item for line in draft.lines("01")] == ["surplus_distributed", ""]


def test_the_head_of_a_table_is_typed_on_its_page_and_made_when_missing(admin_client, draft):
    StatementHead.objects.filter(disclosure=draft, number="02").delete()
    page = page_of(draft, Income)
    saved(admin_client, page, {})
    assert not StatementHead.objects.filter(disclosure=draft, number="02").exists()
    saved(admin_client, page, {"statementhead-0-title": "收入决算表"})
    saved(admin_client, page, {"statementhead-0-empty_reason": "本年没有", "statementhead-0-is_declared_empty": "on"})
    head = StatementHead.objects.get(disclosure=draft, number="02")
    assert (head.title, head.empty_reason, head.is_declared_empty) == ("收入决算表", "本年没有", True)


@pytest.mark.parametrize("make", [submitted_disclosure, published_disclosure])
@each_table
def test_the_lines_of_a_closed_revision_are_shown_as_published_and_not_edited(admin_client, make, model):
    disclosure = make()
    before = canonical_json(disclosure)
    page = page_of(disclosure, model)
    response = admin_client.get(page)
    html = response.content.decode()
    assert {name.rpartition("-")[2] for name in typed_in(response)} <= HIDDEN
    assert 'type="submit"' not in html.split('id="disclosure_form"')[1]
    for line in disclosure.lines(model.number):
        for column in model.columns():
            assert f">{line.text(column.name, disclosure.precision)}</span>" in html
    data = {f"{model._meta.model_name}-0-name": "改", "csrfmiddlewaretoken": "x"}
    assert admin_client.post(page, data).status_code == 403
    assert canonical_json(disclosure) == before


def test_whoever_may_only_look_sees_the_figures_of_a_draft_in_its_own_unit(client, draft):
    client.force_login(member(Role.REVIEWER))
    page = page_of(draft, Income)
    response = client.get(page)
    assert ">1,262.08</span>" in response.content.decode()
    assert {name.rpartition("-")[2] for name in typed_in(response)} <= HIDDEN
    assert client.post(page, {}).status_code == 403


def test_a_page_takes_as_many_queries_for_many_rows_as_for_few(admin_client, draft, django_assert_max_num_queries):
    page = page_of(draft, Paragraph)
    Paragraph.objects.bulk_create(
        Paragraph(disclosure=draft, position=n, chapter="glossary", text=f"第 {n} 段") for n in range(7, 107)
    )
    with django_assert_max_num_queries(6):
        admin_client.get(page)
    for model in STATEMENTS.values():
        with django_assert_max_num_queries(8):
            admin_client.get(page_of(draft, model))


@pytest.mark.parametrize("key", ["statementhead", "performancetask", "nothing"])
def test_what_has_no_page_of_its_own_is_not_found(admin_client, draft, key):
    assert admin_client.get(f"/admin/statements/disclosure/{draft.pk}/parts/{key}/").status_code == 404


def test_an_empty_table_begins_with_the_rows_of_the_form(admin_client, draft):
    draft.lines("04").delete()
    page = page_of(draft, FiscalSummary)
    assert "按表样填入各行" in admin_client.get(page).content.decode()
    assert admin_client.post(f"{page}outline/").url == page
    lines = draft.lines("04")
    assert [(line.side, line.item, line.line, line.name) for line in lines] == [
        (row.side, row.key, row.line, row.name) for row in FiscalSummary.outline
    ]
    assert not any(value is not None for line in lines for value in line.amounts.values())


def test_rows_of_the_form_are_not_added_to_what_somebody_has_typed_meanwhile(admin_client, draft):
    page, before = page_of(draft, Summary), canonical_json(draft)
    answer = admin_client.post(f"{page}outline/", follow=True)
    assert "没有填入：这张表里已经有内容了" in answer.content.decode()
    assert "按表样填入各行" not in answer.content.decode()
    assert canonical_json(draft) == before


@pytest.mark.parametrize("model", [Income, Duty])
def test_rows_of_the_form_are_offered_for_empty_tables_that_have_such_rows_alone(admin_client, draft, model):
    page = page_of(draft, model)
    model.objects.filter(disclosure=draft).delete()
    assert "按表样填入各行" not in admin_client.get(page).content.decode()
    before = canonical_json(draft)
    assert admin_client.post(f"{page}outline/").status_code == 403
    assert canonical_json(draft) == before


def test_rows_of_the_form_are_filled_in_by_a_button_not_by_a_link(admin_client, draft):
    draft.lines("07").delete()
    assert admin_client.get(f"{page_of(draft, ThreePublicExpenses)}outline/").status_code == 405
    assert not draft.lines("07").exists()


def test_every_field_of_every_part_is_typed_or_follows_from_what_is_typed():
    follow = {"position", "as_printed", "item"}
    for model in PARTS:
        if model is not StatementHead:
            fields = {field.name for field in content_fields(model)} - {link.name for link in links(model)}
            assert set(typed_names(model, 2023)) | (follow & fields) == fields
