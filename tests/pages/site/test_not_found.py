"""Addresses that lead nowhere: they offer what is near, and no option of a page ever fails."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from disclosures.pages.not_found import nearest
from tests.building import published_disclosure

UNIT = "/units/210400-011001/"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("/nothing-here/", "/units/"),
        ("/units/210400-999999/", "/units/"),
        ("/codes/function/9999999/", "/codes/"),
        (f"{UNIT}2019/", UNIT),
        (f"{UNIT}2019/tables/03/", UNIT),
        (f"{UNIT}2023.r7/", f"{UNIT}2023/"),
        (f"{UNIT}2023/tables/99/", f"{UNIT}2023/"),
        (f"{UNIT}2023/tables/3/", f"{UNIT}2023/tables/03/"),
        (f"{UNIT}2023/tables/03.pdf", f"{UNIT}2023/tables/03/"),
        (f"{UNIT}2023/performance/99/", f"{UNIT}2023/"),
        (f"{UNIT}2023/tables/07/chart.txt", f"{UNIT}2023/tables/07/"),
    ],
)
def test_a_wrong_address_offers_the_nearest_page(address, offered, client, published_2023):
    response = client.get(address)
    assert response.status_code == 404
    assert nearest(address)[0].href == offered
    assert f'href="{offered}"' in response.content.decode()
    assert client.get(offered).status_code == 200


@pytest.mark.django_db
def test_the_nearest_page_is_found_with_one_query(django_assert_num_queries, published_2023):
    with django_assert_num_queries(1):
        assert len(nearest(f"{UNIT}2023/tables/99/")) == 4


TEXTS = st.sampled_from(
    ["201", "20805", "class", "section", "yuan", "yi", "all", "used", "201,208", "\0", "%", "9" * 40]
)
QUERIES = st.dictionaries(
    st.sampled_from(["code", "level", "fold", "unit", "columns", "rows", "page"]), TEXTS | st.text(max_size=20)
)
PATHS = st.text(st.sampled_from("units/21040-1.r23tablespfhjo%0é一\0?#& \\"), max_size=40)


class AnyRequest(TestCase):
    """One published disclosure, asked for in every way."""

    @classmethod
    def setUpTestData(cls):
        published_disclosure()

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.sampled_from(["01", "03", "04", "06", "07", "08"]), QUERIES)
    def test_no_option_of_a_table_fails(self, number, query):
        assert self.client.get(f"{UNIT}2023/tables/{number}/", query).status_code == 200

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.sampled_from(["/", "/units/", UNIT, f"{UNIT}2023/", f"{UNIT}2023/tables/"]), PATHS)
    def test_no_path_fails(self, known, path):
        assert self.client.get(known + path).status_code in (200, 301, 404)
