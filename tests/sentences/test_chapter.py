"""The standard sentences: every figure in them is one that the checks know and find right; the rest are gaps."""

import pytest

from disclosures.checks.checking import check
from disclosures.checks.narrative.links import TextSign
from disclosures.demo.made_up import MadeUp, make_up
from disclosures.sentences.chapter import explanation
from disclosures.sentences.gaps import gap, gaps_in
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Paragraph


def tables_of(made: MadeUp) -> list:
    return [part for part in made.parts() if not isinstance(part, Paragraph)]


def written(made: MadeUp, before: MadeUp | None = None) -> list[Paragraph]:
    """The chapter for that disclosure, as if it were typed into it."""
    last = LoadedDisclosure(before.disclosure, tables_of(before)) if before else None
    paragraphs = explanation(LoadedDisclosure(made.disclosure, tables_of(made)), last)
    for position, paragraph in enumerate(paragraphs, start=1):
        paragraph.position, paragraph.disclosure = position, made.disclosure
    return paragraphs


def text_of(paragraphs: list[Paragraph]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)


@pytest.mark.parametrize("seed", range(25))
def test_every_figure_that_is_written_is_known_and_right(seed):
    made = make_up(seed)
    report = check(LoadedDisclosure(made.disclosure, [*tables_of(made), *written(made)]))
    assert len(report.links) > 40
    wrong = [link for link in report.links if link.sign in (TextSign.BROKEN, TextSign.UNLINKED)]
    assert [(link.text, link.message) for link in wrong] == []


def test_a_change_against_last_year_is_told_with_its_rate():
    now, before = make_up(5, year=2023), make_up(5, year=2022)
    text = text_of(written(now, before))
    assert "今年收入总计持平" in text
    assert gap("增加或减少多少万元、百分之几") not in text
    assert gap("主要原因") in text
    assert gap("增加或减少多少万元、百分之几") in text_of(written(now))


def test_a_table_that_is_missing_leaves_a_gap_and_no_figure():
    made = make_up(3)
    made.lines["05"] = []
    made.heads["05"].is_declared_empty = False
    assert gap("公开05表还没有填，填好以后再生成") in text_of(written(made))


def test_a_total_that_is_missing_is_not_taken_for_nothing():
    made = make_up(3)
    made.lines["03"] = [line for line in made.lines["03"] if line.code]
    assert gap("公开03表没有合计行，填好以后再生成") in text_of(written(made))


def test_gaps_are_found_again():
    assert gaps_in(f"减少了，{gap('原因')}。{gap('数量')}辆") == ["原因", "数量"]
    assert gaps_in("没有空着的") == []
