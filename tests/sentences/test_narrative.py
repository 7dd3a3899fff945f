"""A disclosure of tables alone gets its whole text from them, and the checks find nothing in it to object to."""

import pytest

from disclosures.checks.checking import check
from disclosures.demo.made_up import make_up
from disclosures.sentences.gaps import gaps_in
from disclosures.sentences.narrative import is_explained, narrative
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Chapter, Paragraph


def without_text(seed: int, year: int = 2023) -> LoadedDisclosure:
    made = make_up(seed, year=year)
    return LoadedDisclosure(made.disclosure, [part for part in made.parts() if not isinstance(part, Paragraph)])


def numbered(paragraphs: list[Paragraph]) -> list[Paragraph]:
    for position, paragraph in enumerate(paragraphs, start=1):
        paragraph.position = position
    return paragraphs


@pytest.mark.parametrize("seed", range(40))
def test_the_checks_find_nothing_in_the_text_that_the_tables_gave(seed):
    loaded = without_text(seed)
    loaded.paragraphs[:] = numbered(narrative(loaded, without_text(seed + 1, 2022) if seed % 2 else None))
    assert [fact[0].message for fact in check(loaded).facts] == []
    assert len(check(loaded).links) > 40


def test_a_text_that_is_there_keeps_all_but_the_one_chapter():
    loaded = without_text(3)
    own = [
        Paragraph(chapter=Chapter.OVERVIEW, level=1, text="第一部分 某馆概况"),
        Paragraph(chapter=Chapter.OVERVIEW, text="只有这一句。"),
        Paragraph(chapter=Chapter.EXPLANATION, level=1, text="第二部分 说明"),
        Paragraph(chapter=Chapter.GLOSSARY, level=1, text="第三部分 名词解释"),
    ]
    texts = [one.text for one in narrative(loaded, None, own)]
    assert texts[:3] == ["第一部分 某馆概况", "只有这一句。", "第二部分 说明"]
    assert texts[-1] == "第三部分 名词解释"
    assert len(texts) > 30


def test_a_heading_alone_explains_nothing():
    loaded = without_text(3)
    loaded.paragraphs[:] = [Paragraph(chapter=Chapter.EXPLANATION, level=1, text="第二部分 说明")]
    assert not is_explained(loaded)
    loaded.paragraphs.append(Paragraph(chapter=Chapter.EXPLANATION, text="收入总计12.00万元。"))
    assert is_explained(loaded)


def test_only_reasons_budgets_and_counts_are_left_to_the_unit():
    left = {each for one in narrative(without_text(3)) for each in gaps_in(one.text)}
    assert not any("表还没有填" in each or "合计行" in each for each in left)


def test_a_figure_that_is_changed_afterwards_is_found():
    loaded = without_text(3)
    paragraphs = numbered(narrative(loaded))
    first = next(one for one in paragraphs if one.text.startswith("（一）收入总计"))
    first.text = first.text.replace("收入总计", "收入总计9")
    loaded.paragraphs[:] = paragraphs
    assert check(loaded).facts
