"""Words that readers found unnatural are said nowhere, to citizens or to staff."""

import pytest
from django.conf import settings

FOLDERS = ("disclosures", "templates", "static", "locale")
KINDS = (".py", ".html", ".js", ".po")


def said() -> str:
    """All that the site can say, without the migrations, which keep what was said."""
    files = [file for folder in FOLDERS for file in (settings.BASE_DIR / folder).rglob("*") if file.suffix in KINDS]
    return "\n".join(file.read_text(encoding="utf-8") for file in files if "migrations" not in file.parts)


@pytest.mark.parametrize("words", ["没有单位印有金额的", "未核实", "不知道含义", "未识别的数", "知道含义的"])
def test_an_unnatural_word_is_said_nowhere(words):
    assert words not in said()


def test_the_plain_words_are_said():
    assert all(words in said() for words in ("编码待核实", "没认出是什么数"))
