"""The tree of the codes that a table prints."""

import pytest

from disclosures.classification.code_tree import CodeTree

TREE = CodeTree(["201", "20103", "2010301", "208", "2080505", "208", "2080505xx", ""])


def test_a_code_stands_below_the_longest_that_it_begins_with():
    assert TREE.children == {
        "": ["201", "208"],
        "201": ["20103"],
        "20103": ["2010301"],
        "2010301": [],
        "208": ["2080505"],
        "2080505": ["2080505xx"],
        "2080505xx": [],
    }
    assert TREE.codes == ("201", "20103", "2010301", "208", "2080505", "2080505xx")
    assert TREE.leaves == ("2010301", "2080505xx")


@pytest.mark.parametrize(
    ("code", "above", "parent"),
    [
        ("2010301", ("201", "20103"), "20103"),
        ("2080505xx", ("208", "2080505"), "2080505"),
        ("20899", ("208",), "208"),
        ("201", (), ""),
        ("210", (), ""),
        ("", (), ""),
    ],
)
def test_what_a_code_stands_below_need_not_be_asked_of_a_code_of_the_table(code, above, parent):
    assert (TREE.above(code), TREE.parent(code)) == (above, parent)


def test_no_code_is_no_code_of_the_table():
    assert ("208" in TREE, "20805" in TREE, "" in TREE) == (True, False, False)


def test_depth_is_that_of_the_official_level_even_where_the_table_leaves_one_out():
    assert [TREE.depth(code) for code in TREE.codes] == [1, 2, 3, 1, 3, 3]


def test_siblings_are_two_codes_directly_below_the_same():
    assert TREE.has_siblings
    assert not CodeTree(["201", "20103", "2010301"]).has_siblings
    assert not CodeTree([]).has_siblings
