"""Our scripts: what they say to a reader comes from the page, which knows its language."""

import re

import pytest
from django.conf import settings

SCRIPTS = sorted((settings.BASE_DIR / "static").glob("*.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda one: one.name)
def test_a_script_holds_no_sentence_in_any_language(script):
    text = script.read_text(encoding="utf-8")
    assert re.findall(r"[\u4e00-\u9fff]+", text) == []
    assert "documentElement.lang" not in text


def test_there_are_scripts():
    assert SCRIPTS
