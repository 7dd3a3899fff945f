"""The document over HTTP: at the address of its revision, for staff as a draft, always the same bytes."""

import base64
import hashlib
import io
from urllib.parse import unquote

import docx
import pytest
from django.contrib.auth.models import User
from openpyxl import load_workbook

from disclosures.documents.converted.office import is_installed
from disclosures.exports.document.faces import lacks_chinese
from disclosures.exports.document.writing import DRAFT
from disclosures.publication import workflow
from disclosures.staff.models import Membership
from disclosures.staff.roles import Role
from disclosures.statements.models import Paragraph
from tests.answers import public_answer
from tests.building import build_disclosure, build_unit, published_with_a_long_table
from tests.signed_in import StaffClient

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def opened(content: bytes):
    return docx.Document(io.BytesIO(content))


def texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in opened(content).paragraphs]


def test_the_document_is_a_word_file_with_a_chinese_name_and_its_digest(client, published_2023):
    response = public_answer(client, f"{UNIT}2023/document.docx")
    assert response.headers["Content-Type"] == WORD
    kind, name = response.headers["Content-Disposition"].split("; filename*=utf-8''")
    assert (kind, unquote(name)) == ("attachment", "抚顺市信访局-2023年度决算公开-第1版.docx")
    told = response.headers["Repr-Digest"].removeprefix("sha-256=:").removesuffix(":")
    assert base64.b64decode(told) == hashlib.sha256(response.content).digest()


def test_the_tables_and_forms_are_a_workbook_with_a_chinese_name(client, published_2023):
    response = public_answer(client, f"{UNIT}2023/document.xlsx")
    name = unquote(response.headers["Content-Disposition"].split("''")[1])
    assert name == "抚顺市信访局-2023年度决算公开-第1版.xlsx"
    sheets = load_workbook(io.BytesIO(response.content)).sheetnames
    assert sheets[:1] + sheets[-1:] == ["公开01表", "绩效自评表2"]


def test_the_document_says_where_it_stays_and_by_what_it_is_verified(client, published_2023):
    said = texts(client.get(f"{UNIT}2023/document.docx").content)
    assert f"网址：http://testserver{UNIT}2023.r1/" in said
    assert published_2023.digest in said


def test_the_same_revision_always_gives_the_same_bytes(client, published_2023):
    first = client.get(f"{UNIT}2023/document.docx").content
    assert client.get(f"{UNIT}2023.r1/document.docx").content == first


@pytest.mark.skipif(not is_installed(), reason="LibreOffice is not installed")
def test_a_pdf_is_the_same_too(client, published_2023):
    first = client.get(f"{UNIT}2023/document.pdf")
    assert (first.headers["Content-Type"], first.content[:5]) == ("application/pdf", b"%PDF-")
    assert client.get(f"{UNIT}2023.r1/document.pdf").content == first.content


def test_without_a_converter_the_address_of_the_pdf_says_so_and_nobody_keeps_that(client, published_2023, monkeypatch):
    monkeypatch.setenv("PATH", "")
    response = client.get(f"{UNIT}2023/document.pdf")
    assert (response.status_code, response.headers["Cache-Control"]) == (503, "no-store")
    assert (
        response.content.decode() == "这台服务器没有装 LibreOffice，不能生成 PDF；请下载 Word 文件（document.docx）。"
    )


@pytest.mark.skipif(not is_installed(), reason="LibreOffice is not installed")
def test_without_a_chinese_font_there_is_no_pdf_of_boxes(client, published_2023, monkeypatch, tmp_path):
    fonts = tmp_path / "fonts.conf"
    fonts.write_text('<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>')
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts))
    lacks_chinese.cache_clear()
    try:
        response = client.get(f"{UNIT}2023/document.pdf")
    finally:
        lacks_chinese.cache_clear()
    assert (response.status_code, response.headers["Cache-Control"]) == (503, "no-store")
    assert response.content.decode() == "这台服务器没有中文字体，不能生成 PDF；请下载 Word 文件（document.docx）。"


@pytest.mark.parametrize("name", ["2022/document.docx", "2023/document.doc", "2023/document.", "2023/document.docx/"])
def test_what_is_no_document_is_not_found(client, name, published_2023):
    assert client.get(UNIT + name).status_code == 404


def test_a_superseded_revision_keeps_its_document(client, published_2023):
    before = client.get(f"{UNIT}2023.r1/document.docx").content
    second = workflow.revise(published_2023)
    workflow.submit(second)
    workflow.publish(second)
    assert client.get(f"{UNIT}2023.r1/document.docx").content == before
    assert client.get(f"{UNIT}2023/document.docx").content != before


def test_a_document_takes_as_many_queries_however_long_the_tables_are(client, django_assert_num_queries):
    published_with_a_long_table()
    with django_assert_num_queries(18):
        assert client.get(f"{UNIT}2023/document.docx").status_code == 200


def signed_in(role: Role, unit_code: str) -> StaffClient:
    user = User.objects.create_user(f"{role}-{unit_code}", is_staff=True)
    Membership.objects.create(user=user, role=role, unit=build_unit(unit_code))
    client = StaffClient()
    client.force_login(user)
    return client


def test_a_clerk_takes_a_draft_that_says_on_every_page_what_it_is():
    draft = build_disclosure()
    clerk = signed_in(Role.CLERK, "011001")
    response = clerk.get(f"/admin/documents/{draft.pk}.docx")
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    for section in opened(response.content).sections:
        assert section.header.paragraphs[0].text == DRAFT
    assert opened(response.content).sections[0].first_page_header.paragraphs[0].text == DRAFT
    assert texts(response.content)[-1].startswith("本文件按草稿的数据编排，没有发布，没有校验码。")
    assert (
        f"/admin/documents/{draft.pk}.pdf"
        in clerk.get(f"/admin/statements/disclosure/{draft.pk}/change/").content.decode()
    )


def test_nobody_else_takes_a_draft(client):
    draft = build_disclosure()
    assert client.get(f"{UNIT}2023/document.docx").status_code == 404
    assert client.get(f"/admin/documents/{draft.pk}.docx").status_code == 302
    assert signed_in(Role.CLERK, "011002").get(f"/admin/documents/{draft.pk}.docx").status_code == 404


def test_the_front_page_leads_to_the_document(client, published_2023):
    page = client.get(f"{UNIT}2023/").content.decode()
    assert f'href="{UNIT}2023/document.docx"' in page
    assert f'href="{UNIT}2023/document.pdf"' in page


def test_a_draft_without_text_gets_the_sentences_of_its_tables():
    draft = build_disclosure()
    clerk = signed_in(Role.CLERK, "011001")
    address = f"/admin/documents/{draft.pk}.docx"
    assert not any("由网站按各表编写" in text for text in texts(clerk.get(address).content))
    Paragraph.objects.filter(disclosure=draft).delete()
    content = clerk.get(address).content
    said = texts(content)
    assert "一、收入支出决算总体情况说明" in said
    assert any(text.startswith("（一）收入总计") for text in said)
    assert "由网站按各表编写" in said[-1]
    marked = [run.text for one in opened(content).paragraphs for run in one.runs if run.font.highlight_color]
    assert marked
    assert all(text.startswith("【待填：") for text in marked)
    assert not Paragraph.objects.filter(disclosure=draft).exists()
