"""The page of a search: what was asked leads to the exact place, and nothing that is asked breaks it."""

import re

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from disclosures.addresses import links
from disclosures.finding.results import AROUND
from disclosures.publication import workflow
from disclosures.statements.models import Paragraph
from tests.answers import public_page
from tests.building import build_disclosure, published_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/"


@once
def published():
    call_command("load_codes")
    return published_disclosure()


def ask(client, asked, **more):
    response = client.get(links.search(), {"q": asked, **more})
    assert response.status_code == 200
    return response.content.decode()


def first_find(page):
    return re.search(r'<ol(?: class="finds")?>\s*<li[^>]*>\s*<a href="([^"]*)"', page.split("<main")[1])[1]


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("信访", UNIT),
        ("fssxfj", UNIT),
        ("011001", UNIT),
        ("20805", "/codes/function/20805/"),
        ("30201", "/codes/economic/30201/"),
        ("办公费", "/codes/economic/30201/"),
        ("1262.08", f"{UNIT}2023/tables/01/#1.1"),
        ("1,262.08", f"{UNIT}2023/tables/01/#1.1"),
        ("12620800元", f"{UNIT}2023/tables/01/#1.1"),
        ("4.24", f"{UNIT}2023/tables/07/#total.2"),
        ("信访局 2010308 02", f"{UNIT}2023/tables/02/#2010308"),
        ("基本支出", "/glossary/#%E5%9F%BA%E6%9C%AC%E6%94%AF%E5%87%BA"),
        ("接待批次", f"{UNIT}2023/performance/2/#i2"),
        ("人手不足", f"{UNIT}2023/performance/1/#i1"),
        ("1262.08万元 收入总计", f"{UNIT}2023/narrative/#p5"),
        ("来信来访", f"{UNIT}2023/narrative/#d1"),
        ("决算单位构成", f"{UNIT}2023/narrative/#u1"),
        ("尾差", f"{UNIT}2023/tables/01/#note2"),
        ("无此类资金", f"{UNIT}2023/tables/08/"),
    ],
)
def test_the_first_find_leads_to_the_exact_place(published, client, asked, address):
    assert first_find(ask(client, asked)) == address


@pytest.mark.parametrize("asked", ["信访", "20805", "1262.08", "支出", "fssxfj", "接待", "收入总计", "本年度", "构成"])
def test_every_find_leads_to_something_that_is_there(published, client, asked):
    found = re.findall(
        r'<a href="(/(?:units|codes|glossary)/[^"#]+)(?:#([^"]+))?"', ask(client, asked).split("<main", 1)[1]
    )
    assert found
    for address, anchor in found:
        page = client.get(address.replace("&amp;", "&")).content.decode()
        assert not anchor or f'id="{anchor}"' in page, (address, anchor)


def test_what_was_asked_is_marked_and_the_groups_are_counted(published, client):
    page = public_page(client, links.search("q=信访"))
    assert "抚顺市<mark>信访</mark>局" in page
    assert "协调处理跨地区、跨部门的重要<mark>信访</mark>问题。" in page
    assert '<a href="#row">表中的行</a> <small>3 条</small>' in page
    assert "目标 ≥ 100件；完成 96" in ask(client, "接待批次")
    assert 'value="信访"' in page
    assert "<mark>635.36 万元</mark>" in ask(client, "635.36")


def test_a_group_is_shown_whole_in_pages(published, client):
    disclosure = build_disclosure(year=2022)
    Paragraph.objects.bulk_create(
        Paragraph(disclosure=disclosure, position=10 + n, chapter="explanation", text=f"第 {n} 次培训")
        for n in range(120)
    )
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    page = ask(client, "培训")
    assert page.count("次<mark>培训</mark>") == 5
    assert "/search/?q=%E5%9F%B9%E8%AE%AD&amp;kind=text" in page
    last = ask(client, "培训", kind="text", page=3)
    assert last.count("次<mark>培训</mark>") == 20
    assert 'rel="prev"' in last
    assert 'rel="next"' not in last
    assert ask(client, "培训", kind="text", page=99).count("次<mark>培训</mark>") == 20


def test_of_a_long_text_only_what_stands_around_the_find_is_shown(client):
    disclosure = build_disclosure()
    text = "前" * 300 + "培训" + "后" * 300
    Paragraph.objects.create(disclosure=disclosure, position=9, chapter="explanation", text=text)
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    assert f"…{'前' * AROUND}<mark>培训</mark>{'后' * AROUND}…" in ask(client, "培训")


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("q=信访&x=1", "q=%E4%BF%A1%E8%AE%BF"),
        ("q=+信访++事务+", "q=%E4%BF%A1%E8%AE%BF+%E4%BA%8B%E5%8A%A1"),
        ("q=信访&kind=nothing&page=x", "q=%E4%BF%A1%E8%AE%BF"),
        ("q=信访&page=7", "q=%E4%BF%A1%E8%AE%BF"),
        ("kind=row&q=信访&page=9", "q=%E4%BF%A1%E8%AE%BF&amp;kind=row"),
    ],
)
def test_every_question_has_one_canonical_address(published, client, given, canonical):
    page = client.get(f"{links.search()}?{given}").content.decode()
    assert f'<link rel="canonical" href="/search/?{canonical}">' in page
    again = client.get(f"/search/?{canonical}".replace("&amp;", "&")).content.decode()
    assert 'rel="canonical"' not in again


def test_who_asks_nothing_is_told_how_with_examples_that_find_something(published, client):
    page = public_page(client, links.search())
    examples = re.findall(r'<dd><a href="(/search/[^"]+)"', page)
    assert len(examples) == 6
    for address in examples:
        assert "没有找到" not in public_page(client, address)


def test_without_anything_published_there_is_nothing_to_find_and_no_example(client):
    assert "比如" not in public_page(client, links.search())
    assert "没有找到" in public_page(client, links.search("q=信访"))


def test_a_question_without_words_is_told_so(published, client):
    assert "没有可以搜索的字" in ask(client, "，。！")


def test_a_withdrawn_disclosure_is_found_no_more(published, client):
    before = client.get(links.search("q=信访局")).headers["ETag"]
    workflow.withdraw(published, "有误")
    response = client.get(links.search("q=信访局"), headers={"If-None-Match": before})
    assert response.status_code == 200
    assert "没有找到" in response.content.decode()


@pytest.mark.parametrize(
    ("query", "queries"), [("q=支出", 9), ("q=支出&kind=row", 6), ("q=支出&kind=code", 5), ("", 4)]
)
def test_a_search_takes_as_many_queries_whatever_is_found(published, client, query, queries, django_assert_num_queries):
    for year in (None, 2021, 2022):
        if year:
            published_disclosure(year=year)
        with django_assert_num_queries(queries):
            client.get(links.search(query))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    asked=st.one_of(st.text(max_size=30), st.text(alphabet="信访局20.8,'\"*-+:&|!<>()%\\ \x00#@=", max_size=30)),
    kind=st.sampled_from(["", "row", "text", "code", "unit", "x"]),
    page=st.one_of(st.just(""), st.text(max_size=3), st.integers().map(str)),
)
@example(asked="信.访.局.长", kind="", page="")  # no two characters stand beside each other
def test_whatever_is_asked_gets_a_page(published, client, asked, kind, page):
    response = client.get(links.search(), {"q": asked.encode("utf-8", "replace").decode(), "kind": kind, "page": page})
    assert response.status_code == 200


def test_what_was_asked_is_shown_and_never_run(published, client):
    page = ask(client, '"><script>alert(1)</script>')
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("raw", ["q=%ff%fe", "q=%00", "q=" + "%E4%BF%A1" * 5_000, "q=a&q=b", "q[]=1"])
def test_a_broken_address_gets_a_page(published, client, raw):
    assert client.get(f"{links.search()}?{raw}").status_code == 200


def test_every_page_has_the_search(published, client):
    form = '<form class="ask" role="search" action="/search/" data-words="/search/words.json">'
    for address in ("/", f"{UNIT}2023/", "/nowhere/"):
        assert form in client.get(address).content.decode()
