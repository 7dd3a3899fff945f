"""`is_published`, by which `make run` decides whether the sample is still to be imported."""

import pytest
from django.core.management import call_command

from disclosures.classification.models import Region
from disclosures.statements.models import Disclosure, State, Unit


@pytest.fixture
def unit(db):
    region = Region.objects.create(code="210400", name="抚顺市")
    return Unit.objects.create(region=region, code="011001", name="抚顺市信访局")


def test_a_published_disclosure_is_found_by_unit_and_year(unit, capsys):
    Disclosure.objects.create(unit=unit, year=2023, unit_name=unit.name, state=State.PUBLISHED)
    call_command("is_published", "210400-011001", "2023")
    assert capsys.readouterr().out == "210400-011001 2023 年度决算已经发布。\n"


@pytest.mark.parametrize(
    ("year", "state"),
    [(2022, State.PUBLISHED), (2023, State.DRAFT), (2023, State.SUBMITTED), (2023, State.WITHDRAWN)],
)
def test_another_year_or_state_does_not_count(unit, year, state, capsys):
    Disclosure.objects.create(unit=unit, year=year, unit_name=unit.name, state=state)
    with pytest.raises(SystemExit) as stopped:
        call_command("is_published", "210400-011001", "2023")
    assert stopped.value.code == 1
    assert capsys.readouterr().out == "210400-011001 2023 年度决算还没有发布。\n"
