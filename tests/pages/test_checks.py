"""The page of a disclosure's checks: summary, findings with both places and the answer, every rule, filters."""

import json
import re
import zlib

import pytest

from disclosures.amounts import Outcome
from disclosures.checks.keeping import report_of
from disclosures.checks.models import Answer
from disclosures.checks.register.verdicts import tally_of
from disclosures.publication import workflow
from disclosures.statements.models import Expenditure, PerformanceForm, PerformanceIndicator
from tests.answers import public_page
from tests.building import build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db

FRONT = "/units/210400-011001/2023/"
PAGE = f"{FRONT}checks/"


def publish_with_contradictions(total="13000000"):
    disclosure = build_disclosure()
    Expenditure.objects.filter(disclosure=disclosure, code="").update(total_expenditure=total)
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    return disclosure


def of_outcome(disclosure, outcome):
    return [result for result in report_of(disclosure).public if result.outcome == outcome]


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", page).split())


def test_the_summary_counts_every_relation_by_its_outcome(client):
    disclosure = publish_with_contradictions()
    page = words(public_page(client, PAGE))
    assert f"一共 {len(report_of(disclosure).public)} 处" in page
    signs = (
        ("✓", "equal", "对得上"),
        ("≈", "rounding", "尾差"),
        ("?", "not_applicable", "无法核对"),
    )
    for sign, key, word in signs:
        assert f"{sign} {len(of_outcome(disclosure, key))} {word}" in page
    tally = tally_of(report_of(disclosure).results)
    assert f"≠ {tally.contradictions} 矛盾" in page
    assert f"! {tally.untold} 没有写明" in page


def test_every_relation_stands_once_on_the_page_under_its_own_address(client):
    results = report_of(publish_with_contradictions()).public
    page = public_page(client, PAGE)
    ids = re.findall(r'id="f-([0-9a-f]{10})"', page)
    assert sorted(ids) == sorted(result.key for result in results)
    assert len(ids) == len(set(ids))


def test_a_finding_names_both_figures_with_links_and_the_difference(client):
    publish_with_contradictions()
    page = public_page(client, PAGE)
    assert re.search(rf'<a href="{FRONT}tables/03/#total.1"><strong[^>]*>1,300.00 万元</strong></a>', page)
    assert re.search(rf'<a href="{FRONT}tables/01/#58"><strong[^>]*>1,262.08 万元</strong></a>', page)
    assert "相差 37.92 万元" in page


@pytest.mark.parametrize("outcome", ["broken", "rounding", "equal", "not_applicable"])
def test_a_filter_shows_that_outcome_alone(client, outcome):
    disclosure = publish_with_contradictions()
    page = public_page(client, f"{PAGE}?outcome={outcome}")
    shown = set(re.findall(r'id="f-([0-9a-f]{10})"', page))
    assert shown == {result.key for result in of_outcome(disclosure, outcome)}
    assert "canonical" not in page


@pytest.mark.parametrize("query", ["?outcome=lost", "?outcome=", "?outcome=%00", "?x=1"])
def test_an_unknown_outcome_shows_all_and_names_the_canonical_address(client, query):
    publish_with_contradictions()
    page = public_page(client, PAGE + query)
    assert f'<link rel="canonical" href="{PAGE}">' in page
    assert page.count('id="f-') == public_page(client, PAGE).count('id="f-')


def test_the_units_answer_stands_beside_the_finding_and_makes_a_new_answer_of_the_site(client):
    disclosure = publish_with_contradictions()
    before = client.get(PAGE).headers["ETag"]
    text = "印刷错误，<b>已更正</b>。"
    Answer.objects.create(disclosure=disclosure, finding=of_outcome(disclosure, Outcome.BROKEN)[0].key, text=text)
    response = client.get(PAGE)
    assert response.headers["ETag"] != before
    page = response.content.decode()
    assert "印刷错误，&lt;b&gt;已更正&lt;/b&gt;。" in page
    assert "单位的答复（1）" in public_page(client, FRONT)


def test_a_suspected_loss_in_reading_is_no_finding_and_is_told_in_one_line(client):
    disclosure = build_disclosure()
    project = PerformanceForm.objects.get(disclosure=disclosure, position=2)
    PerformanceIndicator.objects.filter(form=project).update(weight="80", score="80")
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    lost = [result for result in report_of(disclosure).results if result.is_suspected_loss]
    page = public_page(client, PAGE)
    assert lost
    assert f"另有 {len(lost)} 处关系没有核对：收到的文件可能不完整。" in page
    for result in lost:
        assert result.key not in page
        assert result.message not in page


def test_a_disclosure_without_contradictions_says_so(client):
    run = published_disclosure().check_run
    kept = json.loads(zlib.decompress(run.content))
    kept["results"] = [result for result in kept["results"] if result["outcome"] == "equal"]
    run.content = zlib.compress(json.dumps(kept).encode())
    run.save()
    assert "没有发现对不上的地方" in public_page(client, PAGE)
    assert f"核对了 {len(kept['results'])} 处，没有发现对不上的地方" in public_page(client, FRONT)


def test_the_front_page_counts_and_leads_to_the_first_findings(client):
    disclosure = publish_with_contradictions()
    page = public_page(client, FRONT)
    tally = tally_of(report_of(disclosure).results)
    assert f'<b class="over">{tally.contradictions}</b></a> <small>处矛盾</small>' in page
    items = re.findall(r'<ol class="findings">(.*?)</ol>', page, re.DOTALL)[0]
    assert "1,300.00 万元" in items


def test_a_table_shows_a_verdict_beside_each_row_in_sign_and_word(client):
    publish_with_contradictions()
    page = public_page(client, f"{FRONT}tables/03/")
    row = re.search(r'<tr id="total".*?</tr>', page, re.DOTALL)[0]
    assert '<span aria-hidden="true">≠</span><span class="sr">矛盾</span>' in row
    assert '<span class="sr">对得上</span>' in re.search(r'<tr id="201".*?</tr>', page, re.DOTALL)[0]
    assert "核对</th>" not in public_page(client, f"{FRONT}tables/08/")


def test_a_mark_leads_to_a_place_that_is_there(client):
    publish_with_contradictions()
    for address in (f"{FRONT}tables/03/", f"{FRONT}narrative/", f"{FRONT}performance/2/", f"{FRONT}performance/1/"):
        targets = re.findall(rf'href="({PAGE}[^"#]*)#(f-[0-9a-f]+)"', public_page(client, address))
        assert targets, address
        for page, anchor in set(targets):
            assert f'id="{anchor}"' in client.get(page).content.decode()


def test_every_place_of_a_finding_is_there(client):
    publish_with_contradictions()
    targets = set(
        re.findall(rf'href="({FRONT}(?:tables|narrative|performance)/[^"#]*)#([^"]+)"', public_page(client, PAGE))
    )
    assert len(targets) > 20
    for page, anchor in targets:
        assert f'id="{anchor}"' in client.get(page).content.decode(), (page, anchor)
