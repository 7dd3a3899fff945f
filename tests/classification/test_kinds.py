"""Kinds of office: by the ending of a name, else by the code; the list says each thing once."""

import pytest

from disclosures.classification.kinds import kind_of, office_kinds


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("中共辽宁省抚顺市委抚顺市人民政府信访局（本级）", "", "信访局"),
        ("抚顺市审计局（虚构）", "2080501", "审计局"),
        ("抚顺市 民政局(汇总)（虚构）", "", "民政局"),
        ("中共上海市普陀区委社会工作部", "", "社会工作部"),
        ("抚顺市教育和体育局", "", "教育局"),
        ("抚顺市体育局", "", "体育局"),
        ("抚顺市第一中学", "", "初中"),
        ("抚顺市第一高级中学", "", "高中"),
        ("抚顺市某中心", "2010308", "信访局"),
        ("抚顺市某中心", "2010301", "政府办公室"),
        ("抚顺市某中心", "2130101", "农业农村局"),
        ("抚顺市某中心", "", ""),
    ],
)
def test_the_longest_ending_decides_and_else_the_code(name, code, kind):
    assert kind_of(name, code) == kind


def test_no_ending_and_no_code_belongs_to_two_kinds():
    for parts in ("endings", "codes"):
        found = [part for kind in office_kinds().values() for part in getattr(kind, parts)]
        assert len(found) == len(set(found))


def test_every_kind_has_english_words_and_can_be_kept():
    assert all(kind.english and kind.endings and len(kind.name) <= 20 for kind in office_kinds().values())
