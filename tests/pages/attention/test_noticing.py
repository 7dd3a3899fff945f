"""What deserves attention: ranked, at most five, in neutral sentences with figures that lead to their places."""

import re
from decimal import Decimal

import pytest

from disclosures.addresses import links
from disclosures.checks.keeping import report_of
from disclosures.pages.attention.noticing import MOST, load_for_noting, worth_noting
from disclosures.pages.attention.register import NOTICES
from disclosures.statements.models import STATEMENTS, Chapter, Paragraph, PerformanceForm, ThreePublicExpenses
from tests.answers import public_page
from tests.building import build_disclosure
from tests.pages.checks.sample import PAGE, published_sample

pytestmark = pytest.mark.django_db


def noticed(disclosure) -> dict[str, list]:
    """What is found, by the code of its rule."""
    found: dict[str, list] = {}
    for one in worth_noting(load_for_noting(disclosure), report_of(disclosure), links.of(disclosure), most=50):
        found.setdefault(one.rule, []).append(one)
    return found


def words(one) -> str:
    return "".join(phrase.text for phrase in one.sentence)


def told(*texts: str, **kwargs):
    """A disclosure whose text says this of its spending from the general public budget."""
    disclosure = build_disclosure(**kwargs)
    for position, text in enumerate(texts, start=500):
        level = 2 if text.startswith("一、") else 0
        Paragraph.objects.create(
            disclosure=disclosure, position=position, chapter=Chapter.EXPLANATION, level=level, text=text
        )
    return disclosure


def test_receptions_without_any_budget_come_first_with_the_units_own_words(client):
    disclosure, _links = published_sample()
    given = load_for_noting(disclosure), report_of(disclosure), links.of(disclosure)
    first, *others = worth_noting(*given)
    assert words(first) == (
        "公务接待费花了 4.24 万元，没有年初预算（预算栏空白）。国内公务接待 1 批次、19 人，平均每人 2,231.58 元。"
    )
    assert first.figures[0].href == f"{PAGE}tables/07/#official_reception.2"
    assert first.quote.text == "决算数大于预算数的主要原因是年中调整项目追加公务接待费预算"
    assert [one.rule for one in others] == ["N2", "N3", "N4", "N5"]
    assert "因公出国" not in "".join(map(words, (first, *others)))
    page = public_page(client, PAGE)
    items = re.search(r'<ol class="noticed">.*?</ol>', page, re.DOTALL)[0]
    assert items.index("4.24 万元") < items.index("635.36 万元")
    for _address, anchor in re.findall(rf'href="({PAGE}narrative/)#([^"]+)"', items):
        assert f'id="{anchor}"' in public_page(client, f"{PAGE}narrative/")


def test_quotes_are_letter_by_letter_in_the_text():
    disclosure, pages = published_sample()
    text = "".join(Paragraph.objects.filter(disclosure=disclosure).values_list("text", flat=True))
    quotes = [
        one.quote.text for one in worth_noting(load_for_noting(disclosure), report_of(disclosure), pages) if one.quote
    ]
    assert len(quotes) == 3
    assert all(quote.removesuffix("……") in text for quote in quotes)


def test_a_blank_says_nothing_where_no_budget_is_printed_at_all():
    disclosure = build_disclosure()
    ThreePublicExpenses.objects.filter(disclosure=disclosure).update(initial_budget=None)
    assert "N1" not in noticed(disclosure)
    ThreePublicExpenses.objects.filter(disclosure=disclosure, code="total").update(initial_budget=Decimal(10000))
    assert "预算栏空白" in words(noticed(disclosure)["N1"][0])


def test_far_over_budget_is_told_with_how_much_more():
    disclosure = build_disclosure()
    assert "N2" not in noticed(disclosure)
    rows = ThreePublicExpenses.objects.filter(disclosure=disclosure, code="official_reception")
    rows.update(initial_budget=Decimal(10000), actual=Decimal(30000))
    assert words(noticed(disclosure)["N2"][0]) == "公务接待费花了 3.00 万元，预算 1.00 万元，多 2.00 万元。"


def test_the_money_of_a_project_that_is_left_is_told():
    disclosure = build_disclosure()
    forms = PerformanceForm.objects.filter(disclosure=disclosure, kind=PerformanceForm.PROJECT)
    forms.update(name="救助", budget=Decimal(1_000_000), executed=Decimal(900_000))
    assert "N3" not in noticed(disclosure)
    forms.update(executed=Decimal(200_000))
    (one,) = noticed(disclosure)["N3"]
    assert words(one) == "项目“救助”全年预算 100.00 万元，花了 20.00 万元，剩下 80.00 万元。"
    assert one.says_no_reason


def test_a_change_is_told_with_its_reason_and_a_small_one_is_not():
    heading, change = (
        "一、收入支出决算总体情况说明",
        "支出总计 1,262.08 万元。与上年相比，支出减少 331.83 万元，降低 20.82%{}。",
    )
    (one,) = noticed(told(heading, change.format("，主要原因是人员减少")))["N4"]
    assert words(one) == "支出比上年少 331.83 万元（−20.82%）。"
    assert one.quote.text == "主要原因是人员减少"
    small = "支出总计 1,262.08 万元。与上年相比，支出减少 1.00 万元，降低 0.08%。"
    assert "N4" not in noticed(told(heading, small, unit_code="011002"))


def test_a_change_without_a_reason_says_that_none_was_found():
    heading, change = (
        "一、收入支出决算总体情况说明",
        "支出总计 1,262.08 万元。与上年相比，支出减少 331.83 万元，降低 20.82%。",
    )
    (one,) = noticed(told(heading, change))["N4"]
    assert (one.quote, one.says_no_reason) == (None, True)


def test_one_supplier_is_told_where_the_text_names_it():
    disclosure = told("办公家具由沈阳某某家具有限公司中标，合同金额 58.00 万元。")
    (one,) = noticed(disclosure)["N8"]
    assert words(one) == "一家供应商“沈阳某某家具有限公司”的采购金额是 58.00 万元。"
    assert one.figures[0].href == f"{links.of(disclosure).narrative()}#p500"
    assert "N8" not in noticed(told("由沈阳某某家具有限公司中标，合同金额 5.00 万元。", unit_code="011002"))


def test_there_are_at_most_five_and_each_rule_speaks_before_any_speaks_again():
    disclosure, pages = published_sample()
    found = worth_noting(load_for_noting(disclosure), report_of(disclosure), pages, most=50)
    rules = [one.rule for one in found]
    assert len(found) > MOST
    assert rules[: len(set(rules))] == list(dict.fromkeys(rules))


def test_the_rules_say_what_they_look_at_and_no_sentence_accuses():
    for notice in NOTICES:
        said = [str(notice.title), str(notice.looks_for), str(notice.example), str(notice.why), notice.from_where]
        assert all(said)
        assert not re.search("违规|违法|浪费|虚报|超标|挪用", "".join(said))


def test_the_register_stands_on_the_page_of_rules(client, published_2023):
    page = public_page(client, "/checks/")
    assert page.index('id="attention"') < page.index('id="N1"') < page.index('id="N10"')
    assert "达到预算的 120%，而且多花 5 万元；“三公”经费的各项多花 0.5 万元就算。" in page


def test_the_rule_of_one_supplier_says_that_no_form_names_any_and_where_they_would_be_found(client, published_2023):
    page = public_page(client, "/checks/")
    rule = page[page.index('id="N8"') : page.index('id="N9"')]
    assert "公开的表里没有供应商这一栏" in rule
    assert "中国政府采购网" in rule
    printed = [column.title for model in STATEMENTS.values() for column in model.columns()]
    printed += [
        str(field.verbose_name) for field in PerformanceForm._meta.get_fields() if hasattr(field, "verbose_name")
    ]
    fields = PerformanceForm._meta.get_fields()
    printed += [str(field.verbose_name) for field in fields if hasattr(field, "verbose_name")]
    assert not [title for title in printed if "供应商" in title]
