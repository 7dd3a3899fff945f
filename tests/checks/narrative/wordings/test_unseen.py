"""The texts written without a look at what is read of them: each says whose manner it has, and can be filled."""

from pathlib import Path

import pytest

from tests.checks.narrative.wordings.language import read

TEXTS = sorted(Path(__file__).parent.glob("unseen/*.txt"))
MARKS = set("{}[]|¶*?")  # of the language of wordings


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_is_a_whole_narrative(path):
    assert path.read_text(encoding="utf-8").startswith("# ")
    _, lines = read(path).said_of(0)
    roles = [piece.role for line in lines for piece in line if piece.is_figure]
    assert len(roles) >= 12
    assert {"expenditure", "general", "three", "share:basic/expenditure"} <= set(roles)
    words = "".join(piece.text for line in lines for piece in line)
    assert not MARKS & set(words)


def test_ten_provinces_have_two_texts_each():
    provinces = [path.stem.partition("_")[0] for path in TEXTS]
    assert len([one for one in set(provinces) if provinces.count(one) >= 2]) >= 10
