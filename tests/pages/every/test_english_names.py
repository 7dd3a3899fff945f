"""Names and amounts on English pages: codes by what they mean, offices by their sound, money as English counts it."""

import re
from decimal import Decimal

import pytest
from django.utils.translation import override

from disclosures.amounts import AmountUnit
from disclosures.classification.english import LIST, OURS, english_name, english_place
from disclosures.classification.loading import load_missing
from disclosures.classification.official import official_regions, rows_of_list
from disclosures.classification.spelling import spelt
from disclosures.pages.shared.money import beside, in_words
from disclosures.statements.terms import gloss
from tests.answers import public_page
from tests.building import published_disclosure

UNIT = "/en/units/210400-011001/"


def test_every_code_of_the_lists_has_an_english_name():
    assert [row["name"] for row in rows_of_list("codes.csv") if not english_name(row["name"])] == []


def test_a_name_has_one_translation_and_the_list_says_whose_it_is():
    rows = list(rows_of_list(LIST))
    assert len({row["name"] for row in rows}) == len(rows)
    assert all(row["source"] for row in rows)
    assert {OURS} < {row["source"] for row in rows}
    with override("en"):
        assert [row for row in rows if gloss(row["name"]) != row["english"]] == []


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("抚顺市信访局", "Fushun Shi Xinfang Ju"),
        ("重庆市长寿区档案馆（虚构）", "Chongqing Shi Changshou Qu Dang'anguan (Xugou)"),
        ("普陀区市场监督管理局", "Putuo Qu Shichang Jiandu Guanli Ju"),
        ("和硕县委员会办公室（本级）（虚构）", "Heshuo Xian Weiyuanhui Bangongshi (Benji) (Xugou)"),
        ("第2分局", "Di 2 Fenju"),
    ],
)
def test_a_name_is_spelt_in_words(name, latin):
    assert spelt(name) == latin


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("辽宁省抚顺市", "Fushun City, Liaoning Province"),
        ("河北省保定市易县", "Yixian County, Baoding City, Hebei Province"),
        ("陕西省", "Shaanxi Province"),
        ("上海市普陀区", "Putuo District, Shanghai Municipality"),
        ("新宾满族自治县", "Xinbin Manchu Autonomous County"),
        ("海西蒙古族藏族自治州", "Haixi Mongolian Tibetan Autonomous Prefecture"),
        ("清新区", "Qingxin District"),
        ("沈北新区", "Shenbei New District"),
        ("没有这个县", "Meiyouzhege County"),
    ],
)
def test_a_region_is_called_by_its_sound_and_by_what_it_is(name, english):
    assert english_place(name) == english


def test_every_region_has_a_name_without_chinese_and_says_what_it_is():
    english = {region.name: english_place(region.name) for region in official_regions().values()}
    assert [name for name, words in english.items() if not words.isascii() or " " not in words] == []


@pytest.mark.parametrize(
    ("text", "unit", "english"),
    [
        ("1,262.08", "万元", " (¥12.6 million)"),
        ("7.24", "万元", " (¥72,400)"),
        ("-0.5", "亿元", " (−¥50 million)"),
        ("12,345,678,901.23", "元", " (¥12.3 billion)"),
        ("999,999.99", "元", ""),
        ("99.46", "分", ""),
        ("", "万元", ""),
    ],
)
def test_a_figure_has_millions_beside_it_in_english_alone(text, unit, english):
    with override("en"):
        assert beside(text, unit) == english
    assert beside(text, unit) == ""


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        ("5000000", "万元", "500 万元", "¥5 million"),
        ("5000000", "元", "5,000,000 元", "¥5 million"),
        ("2000000000", "万元", "200,000 万元", "¥2 billion"),
        ("2000000000", "亿元", "20 亿元", "¥2 billion"),
        ("2", "元", "2 元", "¥2"),
        ("2", "万元", "0.0002 万元", "¥2"),
        ("0.02", "元", "0.02 元", "¥0.02"),
    ],
)
def test_a_round_amount_is_said_in_the_unit_of_the_page_or_as_english_counts(value, unit, chinese, english):
    assert in_words(Decimal(value), AmountUnit(unit)) == chinese
    with override("en"):
        assert in_words(Decimal(value), AmountUnit(unit)) == english


@pytest.mark.django_db
def test_english_pages_name_units_and_codes_in_both_languages(client, published_2023):
    front = public_page(client, f"{UNIT}2023/")
    assert re.search(r"<h1>Fushun Shi Xinfang Ju <small[^>]*>抚顺市信访局</small></h1>", front)
    assert "¥12.6 million" in front
    assert "Fushun Shi Xinfang Ju" in public_page(client, "/en/units/")
    assert "Office expenses" in public_page(client, "/en/codes/economic/30201/")
    assert "Petitions" in public_page(client, f"{UNIT}2023/tables/03/")
    chinese = public_page(client, "/units/210400-011001/2023/")
    assert "<h1>抚顺市信访局</h1>" in chinese
    assert "¥" not in chinese


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("tables/03/", r"The largest item is 2010308 Petitions 信访事务, 635.36"),
        (
            "tables/03/?code=20805",
            r"20805 [A-Z][\w -]+ 行政事业单位养老支出: .+ of 208 [A-Z][\w -]+ 社会保障和就业支出, ",
        ),
        ("tables/06/", r"The largest item is 30101 Basic wages 基本工资, "),
        ("steps/", r"class is General public services 一般公共服务支出"),
        ("steps/", r"budget: 5.00 ten thousand yuan \(¥50,000\)"),
        ("sheet/", r"General public services 一般公共服务支出"),
    ],
)
def test_english_sentences_name_codes_and_units_of_money_in_english(page, sentence, client, published_2023):
    text = re.sub(r"<[^>]+>", "", public_page(client, f"{UNIT}2023/{page}"))
    assert re.search(sentence, " ".join(text.split()))


@pytest.mark.django_db
def test_the_way_to_a_page_and_what_stays_in_view_are_named_in_english_with_their_own_names_beside(
    client,
):
    load_missing("210400")
    published_disclosure()
    page = public_page(client, f"{UNIT}2023/tables/03/?code=20805")
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', page, re.DOTALL)[0]
    steps = re.findall(r"<li>(.*?)</li>", re.sub(r"<(?!/?li)[^>]+>|\n", " ", crumbs), re.DOTALL)
    assert [" ".join(step.split()) for step in steps[:5]] == [
        "Units", "Liaoning Province 辽宁省", "Fushun City 抚顺市", "Fushun Shi Xinfang Ju 抚顺市信访局", "2023",
    ]  # fmt: skip
    assert all(re.search("[A-Za-z0-9]", step) for step in steps)
    slim = re.search(r'<p class="soft slim".*?</p>', page, re.DOTALL)[0]
    assert "<b>Fushun Shi Xinfang Ju <small" in slim
    chinese = public_page(client, "/units/210400-011001/2023/tables/03/?code=20805")
    assert "Fushun" not in chinese


@pytest.mark.parametrize(
    "address",
    ["units/", "units/?region=210000", "kinds/?kind=信访局&level=2", "published/", "regions/", "search/?q=信访局"],
)
@pytest.mark.django_db
def test_lists_name_regions_in_english_with_their_own_names_beside(address, client):
    load_missing("210400")
    published_disclosure()
    page = public_page(client, f"/en/{address}")
    assert "Liaoning Province" in page
    assert "辽宁省" in page
