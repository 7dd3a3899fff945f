"""The document as received, over HTTP."""

import hashlib
from urllib.parse import unquote

import pytest

from disclosures.pages.source import page as module
from disclosures.statements.models import SourceDocument
from tests.answers import public_answer, public_page, tight
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

PAGE = "/units/210400-011001/2023/source/"
TEXT = "决算公开\r\n项目\t金额\r\n<b>合计</b>\t1".encode()


def published_from(content, name="信访局 决算.txt", media_type="text/plain"):
    sha256 = hashlib.sha256(content).hexdigest()
    document = SourceDocument.objects.create(name=name, media_type=media_type, sha256=sha256, content=content)
    return published_disclosure(source=document)


def test_the_page_says_what_was_received(client):
    document = published_from(TEXT).source
    page = public_page(client, PAGE)
    assert "信访局 决算.txt" in page
    assert f"{len(TEXT)} 字节" in page
    assert document.sha256 in page
    assert f'<a href="{PAGE}file">' in page


def test_every_line_of_a_text_has_its_number_address_and_cells_and_is_no_markup(client):
    published_from(TEXT)
    page = tight(public_page(client, PAGE))
    assert '<li id="L2"><a href="#L2" aria-label="第 2 行">2</a><span>项目<i>\t</i>金额</span></li>' in page
    assert "<span>&lt;b&gt;合计&lt;/b&gt;<i>\t</i>1</span>" in page


def test_what_is_no_text_is_only_offered(client):
    published_from(b"%PDF-1.7", "决算.pdf", "application/pdf")
    page = public_page(client, PAGE)
    assert "不能在网页里逐行显示" in page
    assert 'class="lines"' not in page


def test_a_text_too_long_to_show_says_how_much_is_left_out(client, monkeypatch):
    monkeypatch.setattr(module, "MOST_LINES", 2)
    published_from(TEXT)
    assert "后面还有 1 行" in public_page(client, PAGE)


def test_the_file_is_given_to_the_byte_and_never_shown(client):
    published_from(TEXT)
    response = public_answer(client, f"{PAGE}file")
    assert response.content == TEXT
    assert response.headers["Content-Type"] == "text/plain"
    plain, name = response.headers["Content-Disposition"].split("; filename*=UTF-8''")
    assert plain == 'attachment; filename="210400-011001-2023-source.txt"'
    assert unquote(name) == "信访局 决算.txt"


def test_a_file_whose_name_has_a_line_break_is_given_too(client):
    published_from(TEXT, "accounts\n2023.txt")
    assert client.get(f"{PAGE}file").headers["Content-Disposition"].endswith("; filename*=UTF-8''accounts%202023.txt")


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}file"])
def test_what_was_typed_in_by_hand_has_no_source(client, address, published_2023):
    assert client.get(address).status_code == 404


def test_the_page_takes_three_queries_however_many_lines_there_are(client, django_assert_num_queries):
    published_from(b"a\n" * 500)
    with django_assert_num_queries(3):
        client.get(PAGE)
