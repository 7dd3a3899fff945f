"""The picture of a table of codes, and the script that draws it."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from tests.building import published_disclosure

CHART = "/units/210400-011001/2023/tables/03/chart.json"


def trace(client, query: str = "") -> dict:
    response = client.get(CHART + query)
    assert response.headers["Content-Type"] == "application/json"
    [trace] = json.loads(response.content)["data"]
    return trace


@pytest.mark.django_db
def test_codes_hang_below_their_parents_and_only_the_deepest_have_a_width(client):
    published_disclosure()
    found = trace(client)
    widths = dict(zip(found["ids"], found["values"], strict=True))
    parents = dict(zip(found["ids"], found["parents"], strict=True))
    assert parents == {
        "total": "", "201": "total", "20103": "201", "2010301": "20103", "2010308": "20103",
        "208": "total", "20805": "208", "2080505": "20805",
    }  # fmt: skip
    assert {code: width for code, width in widths.items() if width} == {
        "2010301": 4482100.0,
        "2010308": 6353600.0,
        "2080505": 1785100.0,
    }


@pytest.mark.django_db
def test_the_picture_prints_the_figures_and_links_of_the_table(client):
    published_disclosure()
    found = trace(client)
    position = found["ids"].index("208")
    assert (found["labels"][position], found["text"][position]) == ("社会保障和就业支出", "178.51")
    assert found["customdata"][position] == ["/units/210400-011001/2023/tables/03/?code=208", "s2"]


@pytest.mark.django_db
def test_the_picture_has_the_same_focus_as_the_page(client):
    published_disclosure()
    assert trace(client, "?code=20805")["ids"] == ["total", "208", "20805", "2080505"]


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["01", "06", "07", "08"])
def test_a_table_without_a_picture_has_no_address_for_one(client, number):
    published_disclosure()
    assert client.get(CHART.replace("03", number)).status_code == 404


def test_the_script_is_that_of_the_installed_package():
    found = finders.find("plotly/plotly.min.js")
    assert Path(found).parts[-3:] == ("plotly", "package_data", "plotly.min.js")
    assert finders.find("plotly/widgetbundle.js") is None
    listed = [path for finder in finders.get_finders() for path, _ in finder.list([])]
    assert listed.count("plotly.min.js") == 1


def test_the_script_looks_for_the_mark_that_keeps_its_maps_from_adding_styles():
    """The policy allows no style element with rules; a new plotly may look for another mark."""
    ours = (settings.BASE_DIR / "static" / "chart.js").read_text(encoding="utf-8")
    [mark] = re.findall(r'noMaps\.id = "(\w+)"', ours)
    theirs = Path(finders.find("plotly/plotly.min.js")).read_text(encoding="utf-8")
    assert f'if(!document.getElementById("{mark}")){{var e=document.createElement("style")' in theirs
