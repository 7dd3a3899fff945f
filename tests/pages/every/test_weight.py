"""What a page weighs on its way to a reader: compressed, with its own styles and scripts."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from disclosures.pages.finders import BUNDLE, SCRIPT
from disclosures.pages.stylesheets import joined

pytestmark = pytest.mark.django_db

TABLES = "/units/210400-011001/2023/tables/"
MOST = 60_000  # bytes


def compressed(client, address: str):
    return client.get(address, headers={"Accept-Encoding": "gzip"})


def source(file: str) -> bytes:
    """The file as it is served; a stylesheet with all that it imports."""
    path = Path(finders.find(file))
    return joined(FileSystemStorage(path.parent), path.name) if path.suffix == ".css" else path.read_bytes()


def test_a_page_is_compressed_and_still_answered_with_304_for_who_has_it(client, published_2023):
    plain, packed = client.get(f"{TABLES}03/"), compressed(client, f"{TABLES}03/")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    again = client.get(f"{TABLES}03/", headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]})
    assert again.status_code == 304
    assert "Cookie" not in packed.headers["Vary"]


@pytest.mark.parametrize("number", ["01", "03", "06"])
def test_a_table_page_with_its_styles_and_scripts_is_light(number, client, published_2023):
    response = compressed(client, f"{TABLES}{number}/")
    page = gzip.decompress(response.content).decode()
    files = re.findall(r'(?:src|href)="/static/([^"]+\.(?:css|js))"', page)
    assert {"pages.css", "chart.js", "follow.js"} <= set(files)
    weights = [len(brotli.compress(source(file))) for file in files]
    assert len(response.content) + sum(weights) < MOST


def test_the_chart_script_is_light():
    """Only where it was built; the full script of the package is three times as heavy."""
    if not (BUNDLE / SCRIPT).exists():
        pytest.skip("no chart script; python -m bundle builds it")
    assert len(brotli.compress((BUNDLE / SCRIPT).read_bytes())) < 400_000
