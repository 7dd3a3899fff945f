"""Made-up disclosures are published like any other, marked, the same for a seed, and gone without a trace."""

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from disclosures.audit.models import Change
from disclosures.checks.models import CheckRun
from disclosures.classification.models import Region
from disclosures.demo.made_up import MARK
from disclosures.publication.current import publication_number, published, site_state
from disclosures.publication.digest import verify
from disclosures.publication.models import PublicationCounter
from disclosures.statements.models import Unit

pytestmark = pytest.mark.django_db


def rows() -> dict[str, int]:
    """How many rows every table of ours has; counter and log go on, and regions are an official list."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("disclosures.")]
    kept = [model for model in ours if model not in (PublicationCounter, Change, Region)]
    return {model._meta.label: model.objects.count() for model in kept}


def make(count: int = 7, seed: int = 3) -> None:
    call_command("make_demo", disclosures=count, seed=seed, verbosity=0)


def test_as_many_are_published_as_asked_for_each_marked_checked_and_digested():
    make(7)
    disclosures = list(published())
    assert [one.unit.is_made_up for one in disclosures] == [True] * 7
    assert all(MARK in one.unit_name and MARK in one.unit.name for one in disclosures)
    assert all(verify(one) for one in disclosures)
    assert CheckRun.objects.count() == 7
    assert len({(one.unit_id, one.year) for one in disclosures}) == 7
    assert site_state().has_made_up


def test_the_same_seed_makes_the_same_disclosures_and_another_seed_others():
    digests = []
    for seed in (3, 3, 4):
        make(2, seed)
        digests.append(sorted(published().values_list("digest", flat=True)))
        call_command("remove_demo")
    assert digests[0] == digests[1] != digests[2]


def test_removing_leaves_what_was_there_before_and_nothing_else(capsys, published_2023):
    before = rows()
    make(3)
    assert rows() != before
    number = publication_number()
    call_command("remove_demo")
    assert "3 份" in capsys.readouterr().out
    assert rows() == before
    assert verify(published_2023)
    assert publication_number() == number + 1
    assert not site_state().has_made_up


def test_nothing_is_made_up_twice():
    make(1)
    with pytest.raises(CommandError, match="remove_demo"):
        make(1)
    with pytest.raises(CommandError, match="正整数"):
        make(0)


def test_a_unit_has_the_same_name_in_all_its_years():
    make(5)
    unit = Unit.objects.get()
    assert {one.unit_name for one in published()} == {unit.name}
    assert sorted(one.year for one in published()) == [2019, 2020, 2021, 2022, 2023]
