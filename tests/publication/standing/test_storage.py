"""Whose peer a unit is, and that what is kept of the groups follows every step."""

from decimal import Decimal

import pytest
from django.core.management import call_command

from disclosures.classification.models import Region
from disclosures.publication import workflow
from disclosures.publication.current import site_state
from disclosures.publication.standing.asking import group_of, peers_in, standings_of
from disclosures.publication.standing.models import GroupFigure, Peer
from disclosures.publication.standing.storage import Group
from disclosures.publication.verifying.whole import all_differences
from disclosures.statements.models import Disclosure, Unit
from tests.building import build_disclosure, corrected_disclosure, published_disclosure

pytestmark = pytest.mark.django_db

CITY_AUDIT = Group(2023, "审计局", 2, False)


def published_with(spent: str | None, name: str = "审计局", **kwargs) -> Disclosure:
    """A published disclosure that spends that many 元."""
    draft = build_disclosure(unit_name=name, **kwargs)
    draft.lines("03").filter(code="").update(total_expenditure=spent and Decimal(spent))
    workflow.submit(draft)
    workflow.publish(draft)
    return draft


def kept(figure: str = "expenditure", group: Group = CITY_AUDIT) -> str | None:
    rows = GroupFigure.objects.filter(**group._asdict(), figure=figure)
    return rows.values_list("values", flat=True).first()


def test_peers_are_of_one_kind_level_and_year_and_a_blank_is_no_zero():
    Region.objects.create(code="210402", name="新抚区")
    published_with("300.00", unit_code="1", name="抚顺市审计局")
    published_with("0.00", unit_code="2", name="抚顺市审计局（本级）")
    published_with(None, unit_code="3", name="审计局")
    published_with("100.00", unit_code="4", name="抚顺市财政局")
    published_with("200.00", unit_code="5", name="抚顺市审计局", year=2022)
    published_with("400.00", unit_code="6", name="新抚区审计局", region="210402")
    assert kept() == "0.00 300.00"
    assert kept(group=CITY_AUDIT._replace(level=3)) == "400.00"
    assert peers_in(CITY_AUDIT).count() == 3
    assert list(all_differences()) == []


def test_shares_are_kept_in_percent_to_six_decimals():
    published_disclosure(unit_name="审计局")
    assert kept("basic_share") == "49.657708"  # 626.72 of 1,262.08
    assert kept("three_public_share") == "0.335953"  # 4.24
    assert kept("three_public") == "42400.00"


def test_a_unit_in_several_revisions_counts_once_and_a_withdrawn_one_not_at_all():
    first = published_with("300.00", unit_code="1")
    published_with("100.00", unit_code="2")
    second = corrected_disclosure(first)
    assert kept() == "100.00 300.00"
    assert Peer.objects.count() == 2
    workflow.withdraw(second, "有误", reinstating=True)
    assert kept() == "100.00 300.00"
    workflow.withdraw(Disclosure.objects.get(pk=first.pk), "有误")
    assert kept() == "100.00"
    assert list(all_differences()) == []


def test_where_the_name_tells_nothing_the_main_code_does():
    draft = build_disclosure(unit_name="某某中心")
    workflow.submit(draft)
    workflow.publish(draft)
    assert Peer.objects.get().kind == "信访局"  # 2010308 has the most


def test_staff_put_a_unit_into_another_kind_and_pages_are_new():
    published_with("300.00", unit_code="1")
    other = published_with("100.00", unit_code="2", name="审计局事务所")
    assert kept() == "300.00"
    before = site_state()
    unit = Unit.objects.get(code="2")
    unit.kind = "审计局"
    unit.save()
    assert kept() == "100.00 300.00"
    assert site_state() != before
    assert list(all_differences()) == []
    unit.kind = ""
    unit.save()
    assert kept() == "300.00"
    assert Peer.objects.get(disclosure=other).kind == "信访局"


def test_made_up_units_stand_among_made_up_ones_alone_and_go_with_them():
    published_with("300.00", name="民政局")
    call_command("make_demo", disclosures=10, seed=5, verbosity=0)
    assert kept(group=Group(2023, "民政局", 2, False)) == "300.00"
    assert GroupFigure.objects.filter(is_made_up=True).exists()
    call_command("remove_demo", verbosity=0)
    assert not GroupFigure.objects.filter(is_made_up=True).exists()


def test_rebuilding_gives_the_same_and_verify_names_what_differs():
    published_with("300.00", unit_code="1")
    published_with("100.00", unit_code="2")
    GroupFigure.objects.filter(figure="expenditure").update(values="1.00")
    assert list(all_differences()) == ["2023 年度的审计局：所记的同类单位的数与现行的决算不符。"]
    Peer.objects.filter(disclosure__unit__code="2").update(kind="财政局")
    assert len(list(all_differences())) == 3  # the revision, and both groups
    call_command("rebuild_totals", verbosity=0)
    assert kept() == "100.00 300.00"
    assert list(all_differences()) == []


def test_a_unit_stands_where_its_figure_does(django_assert_num_queries):
    for n in range(1, 9):
        published_with(f"{n}00.00", unit_code=str(n))
    disclosure = Disclosure.objects.select_related("totals", "peer").get(unit__code="6")
    with django_assert_num_queries(1):
        spent = standings_of(disclosure, group_of(disclosure))[0]
    assert (spent.own, spent.spread.rank(spent.own), spent.spread.count) == (Decimal(600), 3, 8)
    assert (spent.spread.median, spent.spread.quarter(1)) == (Decimal(450), Decimal(275))
