"""The pictures that messengers show: what is on them, how large, and what happens without Chinese type."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from disclosures.exports.pictures.card import Card, Figure, card_of
from disclosures.exports.pictures.drawing import png_of
from disclosures.publication import workflow
from tests.answers import public_answer
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

FRONT = "/units/210400-011001/2023.r1/card.png"
TABLE = "/units/210400-011001/2023.r1/tables/03.png"


def picture(content):
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def ink(image, box):
    """How many pixels of that part are not paper."""
    part = image.crop(box)
    return sum(ImageChops.difference(part, Image.new("RGB", part.size, "#fffdf8")).convert("L").histogram()[16:])


@pytest.mark.parametrize("address", [FRONT, TABLE])
def test_a_picture_is_as_large_as_messengers_ask(client, published_2023, address):
    answer = public_answer(client, address)
    assert answer.headers["Content-Type"] == "image/png"
    image = picture(answer.content)
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert ink(image, (72, 60, 1128, 140)) > 2_000  # the name
    assert ink(image, (72, 380, 1128, 470)) > 2_000  # the figures
    assert len(answer.content) < 100_000


def test_it_says_who_which_year_how_much_and_which_revision(published_2023):
    card = card_of(published_2023)
    assert (card.name, card.subject, card.signs) == ("抚顺市信访局", "2023 年度决算", ())
    assert card.figures == (Figure("本年收入合计", "1,262.08", "万元"), Figure("本年支出合计", "1,262.08", "万元"))
    assert card.foot == f"第 1 版　校验码 {published_2023.digest[:16]}…"


def test_a_table_says_what_it_comes_down_to(published_2023):
    card = card_of(published_2023, "03")
    assert card.subject.endswith("公开03表 支出决算表")
    assert card.figures == (Figure("本年支出合计", "1,262.08", "万元"),)


def test_an_older_revision_and_made_up_figures_are_told(client, published_2023):
    before = public_answer(client, FRONT)
    draft = workflow.revise(published_2023)
    draft.change_note = "更正。"
    draft.save()
    workflow.submit(draft)
    workflow.publish(draft)
    published_2023.refresh_from_db()
    published_2023.unit.is_made_up = True
    assert card_of(published_2023).signs == ("虚构数据，仅供演示", "已被新版取代")
    after = public_answer(client, FRONT)
    assert after.content != before.content
    assert after.headers["ETag"] != before.headers["ETag"]


@pytest.mark.parametrize(
    "name", ["局", "抚" * 30, "某" * 200, "Office of Letters and Visits of the City of Fushun" * 3]
)
@pytest.mark.parametrize("figure", ["0.00", "-123,456,789,012,345.67"])
def test_nothing_leaves_the_picture(name, figure):
    figures = (Figure("本年收入合计", figure, "万元"), Figure("一栏名称很长" * 9, figure, "万元"))
    image = picture(
        png_of(Card(name, f"2023 年度决算　公开03表 {'很长的表名' * 9}", figures, ("虚构数据，仅供演示",), "第 1 版"))
    )
    assert ink(image, (1150, 60, 1200, 600)) == 0


def test_what_prints_nothing_says_so():
    image = picture(png_of(Card("某局", "2023 年度决算", (), (), "第 1 版")))
    assert ink(image, (72, 380, 1128, 470)) > 300


@pytest.mark.parametrize("page", ["/units/210400-011001/2023/", "/units/210400-011001/2023/tables/03/"])
def test_a_page_names_its_picture_with_words_for_who_does_not_see_it(client, published_2023, page):
    found = dict(re.findall(r'<meta property="(og:image[a-z:]*)" content="([^"]*)"', client.get(page).content.decode()))
    assert client.get(found["og:image"].removeprefix("http://testserver")).status_code == 200
    assert ".r1/" in found["og:image"]
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert "1,262.08" in found["og:image:alt"]


def test_without_chinese_type_a_sentence_is_said_that_nobody_keeps(client, published_2023, settings):
    settings.CHINESE_TYPE = Path("/nowhere")
    answer = client.get(FRONT)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
    assert "字体" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/units/210400-011001/1999/card.png",
        "/units/210400-999/2023/card.png",
        "/units/210400-011001/2023/tables/99.png",
    ],
)
def test_what_is_not_published_has_no_picture(client, published_2023, address):
    assert client.get(address).status_code == 404


def test_a_picture_takes_few_queries(client, django_assert_max_num_queries):
    published_disclosure()
    with django_assert_max_num_queries(6):
        client.get(FRONT)
