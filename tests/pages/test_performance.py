"""The pages of the unit's evaluation of its own performance."""

import pytest

from disclosures.publication import workflow
from disclosures.statements.models import PerformanceForm, PerformanceIndicator
from tests.answers import public_page, tight
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db

PAGE = "/units/210400-011001/2023/performance/"


def publish(disclosure):
    workflow.submit(disclosure)
    workflow.publish(disclosure)


def test_all_forms_are_listed_with_their_money_and_score(client, published_2023):
    page = public_page(client, PAGE)
    assert f'<a href="{PAGE}1/">整体绩效自评</a>' in page
    assert f'<a href="{PAGE}2/">信访工作经费</a>' in page
    assert "项目预算金额 131.00 万元" in page
    assert '<rect class="s1" width="99.5" height="8" />' in page
    assert "<b>99.46</b>" in page


def test_a_form_shows_money_words_and_points(client, published_2023):
    page = tight(public_page(client, f"{PAGE}2/"))
    assert "<h1>信访工作经费</h1>" in page
    assert '<div id="executed"><dt>全年执行数</dt><dd><b>131.00</b>' in page
    assert "<p>保障信访工作。</p>" in page
    assert "<p>已完成。</p>" in page
    assert '<dt>减分项</dt><dd class="num">0' in page


def test_an_indicator_shows_its_target_and_result_its_score_and_why_points_were_lost(client, published_2023):
    page = public_page(client, f"{PAGE}2/")
    assert '<td data-title="指标值">≥ 100 件</td>' in page
    assert '<td data-title="全年完成值">96 件</td>' in page
    assert '<rect class="s1" width="96.0" height="8" />' in page
    assert "<b>扣 0.4 分。</b>" in page
    assert "人员保障：人手不足" in page
    assert "改进措施：增加人手。" in page


def test_an_indicator_read_from_a_text_leads_to_its_line(client):
    disclosure = build_disclosure()
    PerformanceIndicator.objects.filter(disclosure=disclosure).update(place="第 599 行第 1 格")
    publish(disclosure)
    expected = 'href="/units/210400-011001/2023/source/#L599" title="第 599 行第 1 格">出处</a>'
    assert expected in public_page(client, f"{PAGE}2/")


def test_the_tasks_of_a_whole_unit_are_there(client, published_2023):
    page = public_page(client, f"{PAGE}1/")
    assert '<th scope="row" class="name">人员类</th>' in page
    assert "项目下达金额" in page


def test_points_lost_without_a_word_are_told(client):
    disclosure = build_disclosure()
    PerformanceIndicator.objects.filter(disclosure=disclosure).update(deviation={}, improvement="")
    publish(disclosure)
    assert "原文没有写原因。" in public_page(client, f"{PAGE}2/")


def test_a_disclosure_without_forms_says_so(client):
    disclosure = build_disclosure()
    PerformanceForm.objects.filter(disclosure=disclosure).delete()
    publish(disclosure)
    assert "没有绩效自评表" in public_page(client, PAGE)


@pytest.mark.parametrize("number", ["0", "3", "99999999999999999999", "x"])
def test_there_is_no_form_beyond_the_last(client, number, published_2023):
    assert client.get(f"{PAGE}{number}/").status_code == 404


def test_the_pages_take_as_many_queries_however_many_indicators_there_are(client, django_assert_num_queries):
    disclosure = build_disclosure()
    form = PerformanceForm.objects.filter(disclosure=disclosure).first()
    PerformanceIndicator.objects.bulk_create(
        PerformanceIndicator(disclosure=disclosure, form=form, position=n, name="办结率") for n in range(10, 210)
    )
    publish(disclosure)
    with django_assert_num_queries(2):
        client.get(PAGE)
    with django_assert_num_queries(5):
        client.get(f"{PAGE}1/")
