"""The page of terms."""

import pytest

from disclosures.publication import workflow
from disclosures.statements.models import Term
from tests.answers import public_page
from tests.building import build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db


def test_a_term_has_an_address_its_wordings_and_who_gives_them(client, published_2023):
    page = public_page(client, "/glossary/")
    assert '<dt id="基本支出"><dfn>基本支出</dfn></dt>' in page
    assert "指为保障机构正常运转而发生的支出。" in page
    assert '<a href="/units/210400-011001/2023/narrative/">抚顺市信访局 2023 年</a>' in page
    assert '<a href="#%E5%9F%BA%E6%9C%AC%E6%94%AF%E5%87%BA">基本支出</a>' in page


def test_a_withdrawn_disclosure_explains_nothing_any_more(client, published_2023):
    before = client.get("/glossary/").headers["ETag"]
    workflow.withdraw(published_2023, "有误")
    assert client.get("/glossary/", headers={"If-None-Match": before}).status_code == 200
    assert "还没有公开文件解释过名词" in public_page(client, "/glossary/")


def test_the_page_takes_four_queries_however_many_terms_there_are(client, django_assert_num_queries):
    for year in (2021, 2022):
        published_disclosure(year=year)
    disclosure = build_disclosure()
    Term.objects.bulk_create(
        Term(disclosure=disclosure, position=n, name=f"名词{n}", definition="指……") for n in range(10, 110)
    )
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    with django_assert_num_queries(4):
        client.get("/glossary/")
