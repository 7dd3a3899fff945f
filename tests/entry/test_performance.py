"""A performance form on one page, with its tasks and indicators."""

import pytest
from django.urls import reverse

from disclosures.publication.digest import canonical_json
from disclosures.statements.models import PerformanceForm, PerformanceIndicator, PerformanceTask
from tests.building import build_disclosure, published_disclosure
from tests.entry.typing_in import page_of, saved, typed_in

pytestmark = pytest.mark.django_db


def change_page(form: PerformanceForm) -> str:
    return reverse("admin:statements_performanceform_change", args=[form.pk])


@pytest.fixture
def form() -> PerformanceForm:
    return PerformanceForm.objects.get(disclosure=build_disclosure(), kind="unit")


def test_a_form_saved_untouched_stays_as_it_is(admin_client, form):
    before = canonical_json(form.disclosure)
    response = saved(admin_client, change_page(form), {})
    assert response.url == page_of(form.disclosure, PerformanceForm)
    assert canonical_json(form.disclosure) == before


def test_amounts_of_form_and_tasks_are_typed_in_the_unit_of_the_document(admin_client, form):
    saved(admin_client, change_page(form), {"executed": "131", "performancetask-0-executed": "0.5"})
    form.refresh_from_db()
    assert (form.executed, PerformanceTask.objects.get(form=form).executed) == (1310000, 5000)


def test_a_wrong_amount_is_an_error_at_its_field(admin_client, form):
    response = saved(admin_client, change_page(form), {"executed": "很多", "goal": "新的目标"})
    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == ["executed"]
    form.refresh_from_db()
    assert form.goal == ""


def test_reasons_of_a_deviation_are_typed_as_lines(admin_client, form):
    page = change_page(form)
    assert typed_in(admin_client.get(page))["performanceindicator-0-deviation"] == "人员保障：人手不足"
    lines = "人员保障：人手不足\r\n　原因：天冷\r\n其他：没有"
    saved(admin_client, page, {"performanceindicator-0-deviation": lines})
    saved(admin_client, page, {"goal": "别的改动"})
    indicator = PerformanceIndicator.objects.get(form=form)
    assert indicator.deviation == {"人员保障": "人手不足\n原因：天冷", "其他": "没有"}


@pytest.mark.parametrize(("typed", "message"), [("没有栏目", "缺少栏目"), ("其他：\0", "不允许是用空字符串")])
def test_reasons_that_are_none_are_an_error_at_their_field(admin_client, form, typed, message):
    response = saved(admin_client, change_page(form), {"performanceindicator-0-deviation": typed})
    errors = response.context["inline_admin_formsets"][1].formset.errors
    assert list(errors[0]) == ["deviation"]
    assert message in str(errors[0])


def test_a_new_indicator_belongs_to_the_revision_of_its_form(admin_client, form):
    page = change_page(form)
    data = typed_in(admin_client.get(page))
    new = {
        key.replace("__prefix__", "1"): value
        for key, value in data.items()
        if key.startswith("performanceindicator-__")
    }
    changes = {"performanceindicator-1-name": "新指标", "performanceindicator-TOTAL_FORMS": "2"}
    admin_client.post(page, data | new | changes)
    indicator = PerformanceIndicator.objects.get(name="新指标")
    assert (indicator.disclosure, indicator.form, indicator.position) == (form.disclosure, form, 3)


def test_a_form_is_added_on_the_page_of_its_disclosure(admin_client, form):
    page = page_of(form.disclosure, PerformanceForm)
    data = typed_in(admin_client.get(page))
    row = {"performanceform-2-kind": "project", "performanceform-2-name": "新项目", "performanceform-TOTAL_FORMS": "3"}
    admin_client.post(page, data | row)
    added = PerformanceForm.objects.get(name="新项目")
    assert added.position == 3
    assert change_page(added) in admin_client.get(page).content.decode()


def test_a_form_of_a_published_revision_is_shown_and_not_edited(admin_client):
    form = PerformanceForm.objects.get(disclosure=published_disclosure(), kind="project")
    html = admin_client.get(change_page(form)).content.decode()
    assert ">131.00</span>" in html
    assert "人员保障：人手不足" in html
    assert admin_client.post(change_page(form), {"name": "改"}).status_code == 403


def test_a_form_takes_as_many_queries_for_many_indicators_as_for_few(admin_client, form, django_assert_max_num_queries):
    PerformanceIndicator.objects.bulk_create(
        PerformanceIndicator(disclosure=form.disclosure, form=form, position=n, name=f"指标 {n}") for n in range(3, 63)
    )
    with django_assert_max_num_queries(8):  # one for the kind of content, where nothing has asked for it before
        admin_client.get(change_page(form))
