"""What a made-up unit published can be removed as a whole, and in no other way touched; what is real stays."""

import contextlib

import pytest
from django.db import IntegrityError, transaction

from disclosures.publication.guarding import guards
from disclosures.statements.models import PARTS, Disclosure, Unit
from tests.building import build_unit, published_disclosure

pytestmark = pytest.mark.django_db


@contextlib.contextmanager
def refused(message: str):
    with pytest.raises(IntegrityError, match=message), transaction.atomic():
        yield


def made_up_disclosure(**kwargs) -> Disclosure:
    unit = build_unit("900001", "虚构的单位")
    Unit.objects.filter(pk=unit.pk).update(is_made_up=True)
    return published_disclosure(unit_code="900001", unit_name="虚构的单位", **kwargs)


def test_a_published_disclosure_of_a_made_up_unit_is_deleted_with_all_its_parts():
    real, made_up = published_disclosure(), made_up_disclosure()
    made_up.delete()
    for model in PARTS:
        assert model.objects.filter(disclosure=real).exists()
        assert not model.objects.exclude(disclosure=real).exists()


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model._meta.model_name)
def test_a_published_part_of_a_made_up_unit_still_cannot_change(model):
    rows = model.objects.filter(disclosure=made_up_disclosure())
    with refused(guards.DRAFTS_ONLY):
        rows.update(place="别处")


def test_a_real_unit_with_something_published_is_never_turned_into_a_made_up_one_or_back():
    real, made_up = published_disclosure().unit, made_up_disclosure().unit
    for unit, mark in ((real, True), (made_up, False)):
        with refused(guards.MARK_IS_FIXED):
            Unit.objects.filter(pk=unit.pk).update(is_made_up=mark)


def test_a_published_disclosure_does_not_move_to_a_made_up_unit():
    real, made_up = published_disclosure(), made_up_disclosure(year=2022)
    with refused(guards.DRAFTS_ONLY):
        Disclosure.objects.filter(pk=real.pk).update(unit=made_up.unit)


UNIT = "/units/210400-900001/"
PAGES = (f"{UNIT}2023/", f"{UNIT}2023/tables/03/", UNIT, "/", "/nowhere/")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_shows_something_made_up_says_so(address, client):
    made_up_disclosure()
    assert "都是虚构的" in client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/units/210400-011001/2023/", "/units/210400-011001/2023/tables/03/"])
def test_a_page_of_a_real_disclosure_does_not_say_so_whatever_else_there_is(address, client, published_2023):
    made_up_disclosure()
    assert "虚构的" not in client.get(address).content.decode()


@pytest.mark.parametrize("address", PAGES[3:])
def test_nothing_is_said_of_it_where_all_is_real(address, client, published_2023):
    assert "虚构的" not in client.get(address).content.decode()
