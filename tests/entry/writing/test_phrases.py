"""The command that shows an editor which phrases a text uses, and which of its words are new."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.building import build_disclosure
from tests.checks.samples import FUSHUN

TITLES = "甲县乙局2023年度部门决算\n第二部分 2023年度部门决算情况说明\n七、“三公”经费支出决算情况说明\n"


def said(*arguments, **options) -> str:
    out = StringIO()
    call_command("phrases", *arguments, stdout=out, **options)
    return out.getvalue()


def test_words_that_are_in_no_row_are_shown_with_a_guess_and_the_row_to_add(tmp_path: Path):
    file = tmp_path / "text.txt"
    file.write_text(f"{TITLES}公务接待费杂项开销3.00万元。公务接待费支出2.00万元。", encoding="utf-8")
    shown = said(str(file))
    assert "公务接待费杂项开销【3.00万元】" in shown
    assert "没有的说法：杂项开销" in shown
    assert "可能是：公务接待费" in shown
    assert "要加的行：杂项开销,three_public,subject …,甲县乙局" in shown
    assert "2 个数，1 个没认出是什么数。" in shown
    assert "rows/public_expenses.csv" in shown


def test_the_phrases_of_a_real_text_are_shown_with_where_they_were_seen():
    shown = said(str(FUSHUN), all=True)
    assert "占  share  （见于各地）" in shown
    assert shown.count("说明原因的句子，不核对") == 4
    assert "170 个数，4 个没认出是什么数。" in shown


@pytest.mark.django_db
def test_a_unit_that_is_not_there_is_told():
    with pytest.raises(CommandError, match="没有 210400-011001 1999 年度决算"):
        call_command("phrases", "210400-011001", "1999")


@pytest.mark.django_db
def test_a_draft_is_shown_by_unit_and_year():
    build_disclosure()
    assert "2 个数，0 个没认出是什么数。" in said("210400-011001", "2023")
