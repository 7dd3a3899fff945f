"""`is_published`, by which `make run` decides whether the sample is still to be imported."""

import pytest
from django.core.management import call_command

from disclosures.publication import workflow
from tests.building import build_disclosure, published_disclosure, submitted_disclosure

pytestmark = pytest.mark.django_db


def test_a_published_disclosure_is_found_by_unit_and_year(capsys, published_2023):
    call_command("is_published", "210400-011001", "2023")
    assert capsys.readouterr().out == "210400-011001 2023 年度决算已经发布。\n"


def withdrawn_disclosure():
    workflow.withdraw(published_disclosure(), "数字有误")


def of_another_year():
    published_disclosure(year=2022)


@pytest.mark.parametrize("make", [of_another_year, build_disclosure, submitted_disclosure, withdrawn_disclosure])
def test_another_year_or_state_does_not_count(make, capsys):
    make()
    with pytest.raises(SystemExit) as stopped:
        call_command("is_published", "210400-011001", "2023")
    assert stopped.value.code == 1
    assert capsys.readouterr().out == "210400-011001 2023 年度决算还没有发布。\n"
