"""Requests that cannot be answered: a problem that names the parameter and what is allowed, never a fault."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

ODD = [
    ("units?colour=red", "colour"),
    ("units?fields=key,colour", "fields"),
    ("units?limit=1&limit=2", "limit"),
    ("units/210400-011001?colour=red", "colour"),
    ("units?limit=0", "limit"),
    ("units?limit=100000", "limit"),
    ("units?limit=many", "limit"),
    ("units?limit=9e99", "limit"),
    ("units?format=xml", "format"),
    ("units?region=21", "region"),
    ("units?unit=" + ",".join(f"210400-{n}" for n in range(200)), "unit"),
    ("units?unit=" + ",".join(f"210400-{n}" for n in range(10_000)), "unit"),
    ("units?unit=nothing", "unit"),
    ("units?cursor=abc", "cursor"),
    ("units?cursor=" + "a" * 10_000, "cursor"),
    ("units?year=20231", "year"),
    ("search", "q"),
    ("search?q=%EF%BC%8C", "q"),
    ("search?q=" + "a" * 101, "q"),
    ("search?q=a&kind=colour", "kind"),
    ("lines", "table"),
    ("lines?table=99", "table"),
    ("lines?table=03&column=colour", "column"),
    ("lines?table=01&code=201", "code"),
    ("lines?table=03&code=20", "code"),
    ("totals?table=03", "year"),
    ("ranks?table=03&code=201", "year"),
    ("codes?code=x", "code"),
    ("findings?rule=" + "T" * 99, "rule"),
    ("indicators?which=%00", "which"),
]


def given_cursor(client) -> str:
    """One that was given out for lines."""
    following = json.loads(client.get("/api/v1/lines?table=03&limit=1").content)["next"]
    return parse_qs(urlsplit(following).query)["cursor"][0]


@pytest.mark.parametrize(
    "forge", [str.swapcase, lambda cursor: cursor[:-1], lambda cursor: f"{cursor}=", lambda _: ":"]
)
def test_a_forged_cursor_is_none_of_ours(client, published_2023, forge):
    response = client.get("/api/v1/lines", {"table": "03", "cursor": forge(given_cursor(client))})
    assert response.status_code == 400
    assert problem_of(response)["parameter"] == "cursor"


def test_a_cursor_of_another_list_is_none_of_this(client, published_2023):
    response = client.get("/api/v1/units", {"cursor": given_cursor(client)})
    assert response.status_code == 400
    assert "另一个列表" in problem_of(response)["detail"]


UNSEEN = ["units?name=%00", "codes?name=%00", "terms?name=a%00", "matters?matter=%00", "units?unit=210400-%00"]


@pytest.mark.parametrize("asked", UNSEEN)
def test_a_control_character_is_refused_before_the_database_sees_it(client, published_2023, asked):
    response = client.get(f"/api/v1/{asked}")
    assert response.status_code == 400
    assert problem_of(response)["parameter"] in asked


def problem_of(response) -> dict:
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    problem = json.loads(response.content)
    assert problem["status"] == response.status_code
    assert problem["title"]
    assert problem["detail"]
    return problem


@pytest.mark.parametrize(("asked", "parameter"), ODD, ids=lambda said: str(said)[:40])
def test_an_odd_parameter_is_named_with_what_is_allowed(client, published_2023, asked, parameter):
    response = client.get(f"/api/v1/{asked}")
    assert response.status_code == 400
    problem = problem_of(response)
    assert problem["parameter"] == parameter


@pytest.mark.parametrize(
    "path", ["nothing", "units/210400-nothing", "units/x", "disclosures/210400-011001/1999", "lines/"]
)
def test_what_is_not_there_is_said_so(client, published_2023, path):
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 404
    problem_of(response)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(client, method):
    response = getattr(client, method)("/api/v1/units")
    assert response.status_code == 405
    problem_of(response)


def test_a_browser_may_ask_whether_it_may_ask(client):
    response = client.options("/api/v1/units")
    assert (response.status_code, response.headers["Access-Control-Allow-Origin"]) == (204, "*")


def test_a_cursor_of_an_earlier_publication_is_gone(client, published_2023):
    following = json.loads(client.get("/api/v1/lines?table=03&limit=1").content)["next"]
    published_disclosure(year=2022)
    response = client.get(following)
    assert response.status_code == 410
    assert problem_of(response)["parameter"] == "cursor"
