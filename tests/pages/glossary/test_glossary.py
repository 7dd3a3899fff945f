"""Terms across disclosures: each wording once, with who gives it."""

import pytest

from disclosures.pages import glossary as module
from disclosures.pages.glossary import glossary_entries
from disclosures.publication import workflow
from disclosures.statements.models import Term
from tests.building import build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db


def published_with(year, **definitions):
    """A published disclosure that explains 基本支出 in other words."""
    disclosure = build_disclosure(year=year)
    for name, definition in definitions.items():
        Term.objects.filter(disclosure=disclosure, name=name).update(definition=definition)
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    return disclosure


def test_a_wording_that_several_disclosures_share_stands_once_with_the_newest_first():
    published_disclosure(year=2022)
    published_disclosure(year=2023)
    entry = glossary_entries()[0]
    assert entry.name == "财政拨款收入"
    [explanation] = entry.explanations
    assert (explanation.text, explanation.count) == ("指财政部门当年拨付的资金。", 2)
    assert [(one.title, one.href) for one in explanation.mentions] == [
        ("抚顺市信访局 2023 年", "/units/210400-011001/2023/narrative/"),
        ("抚顺市信访局 2022 年", "/units/210400-011001/2022/narrative/"),
    ]


def test_wordings_that_differ_stand_below_one_name_the_most_frequent_first():
    for year in (2021, 2022):
        published_disclosure(year=year)
    published_with(2023, 基本支出="另一种说法。")
    entry = next(entry for entry in glossary_entries() if entry.name == "基本支出")
    assert [(one.text, one.count) for one in entry.explanations] == [
        ("指为保障机构正常运转而发生的支出。", 2),
        ("另一种说法。", 1),
    ]


def test_more_disclosures_than_are_named_are_counted(monkeypatch):
    monkeypatch.setattr(module, "NAMED", 1)
    for year in (2021, 2022, 2023):
        published_disclosure(year=year)
    explanation = glossary_entries()[0].explanations[0]
    assert ([one.title for one in explanation.mentions], explanation.others) == (["抚顺市信访局 2023 年"], 2)


def test_what_is_not_published_explains_nothing():
    build_disclosure(year=2021)
    withdrawn = published_disclosure(year=2022)
    workflow.withdraw(withdrawn, "有误")
    assert glossary_entries() == ()


def test_a_term_is_its_own_address_without_spaces():
    disclosure = build_disclosure()
    Term.objects.create(disclosure=disclosure, position=3, name="机关 运行经费", definition="指……")
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    assert [entry.anchor for entry in glossary_entries()] == ["财政拨款收入", "基本支出", "机关运行经费"]


def test_the_glossary_takes_three_queries_however_many_disclosures_there_are(django_assert_num_queries):
    for year in range(2019, 2024):
        published_disclosure(year=year)
    with django_assert_num_queries(3):
        glossary_entries()
