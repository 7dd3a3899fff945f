"""A self-evaluation form begins with the official levels, once, and only while it is a draft."""

import pytest
from django.urls import reverse

from disclosures.sentences.gaps import gap
from disclosures.statements.models import PerformanceForm, PerformanceIndicator
from tests.building import published_disclosure
from tests.entry.typing_in import saved
from tests.entry.writing.drafts import empty_draft

pytestmark = pytest.mark.django_db


def form_of(kind: str) -> PerformanceForm:
    return PerformanceForm.objects.create(disclosure=empty_draft(), position=1, kind=kind, name="自评")


def begun(client, form: PerformanceForm):
    return client.post(reverse("admin:statements_performanceform_begin", args=[form.pk]))


def test_a_project_has_the_levels_of_output_effect_and_satisfaction(admin_client):
    form = form_of(PerformanceForm.PROJECT)
    begun(admin_client, form)
    levels = form.indicators.order_by("position").values_list("level1", flat=True)
    assert list(dict.fromkeys(levels)) == ["产出指标", "效益指标", "满意度指标"]
    assert set(form.indicators.values_list("name", flat=True)) == {gap("三级指标")}


def test_a_whole_unit_has_its_usual_indicators_by_name(admin_client):
    form = form_of(PerformanceForm.UNIT)
    begun(admin_client, form)
    assert form.indicators.filter(level1="预算执行", level2="预算执行效率", name="预算执行率").count() == 1


def test_the_rows_can_be_filled_in_on_the_page(admin_client):
    form = form_of(PerformanceForm.PROJECT)
    begun(admin_client, form)
    page = reverse("admin:statements_performanceform_change", args=[form.pk])
    answer = saved(admin_client, page, {"performanceindicator-0-name": "资金发放率"})
    assert answer.status_code == 302
    assert form.indicators.order_by("position").first().name == "资金发放率"


def test_a_form_with_indicators_is_not_begun_again(admin_client):
    form = form_of(PerformanceForm.PROJECT)
    begun(admin_client, form)
    count = form.indicators.count()
    again = begun(admin_client, form)
    assert "没有填入：这张表里已经有指标了" in admin_client.get(again.url).content.decode()
    assert form.indicators.count() == count


def test_a_published_form_is_not_begun(admin_client):
    disclosure = published_disclosure()
    form = PerformanceForm.objects.filter(disclosure=disclosure).first()
    assert begun(admin_client, form).status_code == 403
    page = admin_client.get(reverse("admin:statements_performanceform_change", args=[form.pk]))
    assert "按指标框架填入" not in page.content.decode()
    assert PerformanceIndicator.objects.filter(form=form).exists()
