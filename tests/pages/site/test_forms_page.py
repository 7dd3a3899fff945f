"""The forms as they are declared."""

import pytest

from disclosures.pages.forms import all_forms
from disclosures.statements.models import STATEMENTS


@pytest.mark.django_db
def test_every_form_stands_on_the_page_with_all_columns_its_note_and_its_other_titles(client):
    page = client.get("/forms/").content.decode()
    for number, model in STATEMENTS.items():
        assert f'<section id="{number}">' in page
        assert f"公开 {number} 表 {model.title}" in page
        assert f"注：{model.note}" in page
        printed = [column for column in model.columns() if column.number] or model.columns()
        assert all(column.title in page for column in printed)
        assert all(title in page for title in model.other_titles)


def test_promised_sums_are_written_for_readers():
    forms = {form.table.number: form for form in all_forms()}
    assert forms["02"].column_sums == ("1 = 2 + 3 + 4 + 5 + 6 + 7",)
    assert forms["01"].row_sums[0] == "27 = 1 + … + 8"
    assert forms["06"].row_sums[0] == "人员经费合计 = 301 + 303"
