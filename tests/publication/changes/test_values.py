"""What two texts have in common is set apart from what differs, and a number differs as a whole."""

import pytest

from disclosures.publication.changes.values import Value, apart


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("支出 409.95 万元", "支出 341.95 万元", ("支出 ", "409.95", "341.95", " 万元")),
        ("占 58.56%。", "占 58.57%。", ("占 ", "58.56%", "58.57%", "。")),
        ("共 1,262.08 元", "共 1,262.09 元", ("共 ", "1,262.08", "1,262.09", " 元")),
        ("共 26 项", "共 6 项", ("共 ", "26", "6", " 项")),
        ("人员减少", "人员增加", ("人员", "减少", "增加", "")),
        ("第 3 季度", "第 3 季度末", ("第 3 季度", "", "末", "")),
        ("12", "12", ("12", "", "", "")),
    ],
)
def test_a_number_that_changed_is_set_apart_whole(old, new, expected):
    before, was, now, after = expected
    found = apart(Value(old), Value(new))
    assert [(one.before, one.text, one.after) for one in found] == [(before, was, after), (before, now, after)]
