"""Blanks, quotes and widths do not matter, and every character is found again where it stood."""

import pytest

from disclosures.checks.narrative.meaning.squeezing import squeeze


@pytest.mark.parametrize(
    ("original", "squeezed"),
    [
        ("收 入\n总计 1262.08 万元", "收入总计1262.08万元"),
        ("“三公”经费", "三公经费"),
        ("（类）５％", "(类)5%"),
        ("共 1 262 万元", "共1 262万元"),
        ("8. 2023 年", "8. 2023年"),
        ("1,262.08,5", "1,262.08，5"),
        ("减少 1,5", "减少1，5"),
    ],
)
def test_only_what_tells_figures_apart_stays(original, squeezed):
    assert squeeze(original).text == squeezed


def test_a_stretch_is_found_again_in_the_original():
    original = "占“三公” 经费的 58.56 %。"
    found = squeeze(original)
    start = found.text.index("58.56%")
    begin, end = found.span(start, start + len("58.56%"))
    assert original[begin:end] == "58.56 %"
