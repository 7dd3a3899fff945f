"""Codes and names that are not the official ones are saved only after somebody has confirmed them."""

import json

import pytest

from disclosures.classification.models import Code
from disclosures.publication.digest import canonical_json
from disclosures.statements.models import BasicExpenditure, Disclosure, Expenditure
from tests.building import build_disclosure
from tests.entry.typing_in import page_of, saved

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Disclosure:
    return build_disclosure()


def said(response) -> list[str]:
    """The sentences at the top of the page."""
    forms = response.context["inline_admin_formsets"][1].formset.forms
    return [message for form in forms for messages in form.errors.values() for message in messages]


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("code", "9999999", "科目表里没有 9999999"),
        ("code", "20a", "“20a”不是科目编码（类 3 位、款 5 位、项 7 位数字）"),
        ("name", "一般公共服务的支出", "科目表里 201 是“一般公共服务支出”"),
    ],
)
def test_what_the_list_does_not_have_waits_for_a_confirmation(admin_client, draft, field, typed, words):
    before = canonical_json(draft)
    page = page_of(draft, Expenditure)
    changes = {f"expenditure-1-{field}": typed}
    response = saved(admin_client, page, changes)
    assert response.status_code == 200
    [sentence] = said(response)
    assert sentence.startswith(words) or words in sentence
    assert sentence in response.content.decode()
    assert canonical_json(draft) == before
    assert saved(admin_client, page, changes | {"expenditure-1-confirmed": "on"}).status_code == 302
    assert getattr(draft.lines("03")[1], field) == typed


def test_what_was_read_from_a_document_is_not_asked_about_again(admin_client, draft):
    draft.lines("03").filter(code="208").update(code="9999999", name="从未见过的支出")
    changes = {"expenditure-5-total_expenditure": "1"}
    assert saved(admin_client, page_of(draft, Expenditure), changes).status_code == 302


def test_a_code_without_a_name_brings_its_own(admin_client, draft):
    changes = {"expenditure-5-code": "210", "expenditure-5-name": ""}
    assert saved(admin_client, page_of(draft, Expenditure), changes).status_code == 302
    assert draft.lines("03")[5].name == "卫生健康支出"


def test_a_name_is_the_same_in_other_widths_and_with_spaces(admin_client, draft):
    changes = {"expenditure-2-name": "政府办公厅(室) 及相关机构事务"}
    assert saved(admin_client, page_of(draft, Expenditure), changes).status_code == 302


def test_a_total_that_the_form_names_is_known_by_its_name_and_shows_no_code(admin_client, draft):
    page = page_of(draft, BasicExpenditure)
    html = admin_client.get(page).content.decode()
    assert 'type="hidden" name="basicexpenditure-6-code" value="staff"' in html
    changes = {
        "basicexpenditure-5-code": "",
        "basicexpenditure-5-name": "公用经费合计",
        "basicexpenditure-7-DELETE": "on",
    }
    assert saved(admin_client, page, changes).status_code == 302
    assert draft.lines("06").filter(code="operating").count() == 1


@pytest.mark.parametrize("typed", [{"code": "合 计", "name": ""}, {"code": "", "name": "合 计"}])
def test_the_row_of_all_codes_has_none_wherever_its_name_is_typed(admin_client, draft, typed):
    changes = {f"expenditure-0-{field}": text for field, text in typed.items()}
    assert saved(admin_client, page_of(draft, Expenditure), changes).status_code == 302
    line = draft.lines("03")[0]
    assert (line.code, line.name) == ("", "合 计")


def test_what_a_ministry_lists_for_the_year_needs_no_confirmation(admin_client, draft):
    names = {"code": "2014001", "name": "信访业务", "scheme": "functional"}
    Code.objects.create(**names, first_year=2023, listed_in=2023)
    Code.objects.create(code="201", name="一般公共服务", scheme="functional", first_year=2024, listed_in=2024)
    page = page_of(draft, Expenditure)
    assert saved(admin_client, page, {"expenditure-5-code": "2014001", "expenditure-5-name": ""}).status_code == 302
    assert draft.lines("03")[5].name == "信访业务"
    assert json.dumps({"2014001": "信访业务"})[1:-1] in admin_client.get(page).content.decode()
    assert saved(admin_client, page, {"expenditure-1-name": "一般公共服务"}).status_code == 200
