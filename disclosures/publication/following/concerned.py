"""Whom a publication concerns, and which publications concern somebody: one question, which a test asks both ways."""

from django.db.models import Exists, OuterRef, Q

from disclosures.publication.following.models import Following
from disclosures.publication.regions import lies_in
from disclosures.publication.totals.models import CodeTotal
from disclosures.statements.models import Disclosure


def concerned_by(disclosure: Disclosure) -> Q:
    """Who follows this unit, a region that it lies in, a code that it prints, or everything."""
    regions = [region.code for region in disclosure.unit.region.path()]
    codes = CodeTotal.objects.filter(disclosure=disclosure).values("code")
    concerned = Q(unit=None) | Q(unit=disclosure.unit_id)
    concerned &= Q(region="") | Q(region__in=regions)
    concerned &= Q(code="") | Q(code__in=codes)
    return concerned if disclosure.revision > 1 else concerned & Q(only_corrections=False)


def followed_by(one: Following) -> Q:
    """The current disclosures that somebody follows."""
    followed = Q(unit=one.unit_id) if one.unit_id else Q()
    if one.region:
        followed &= lies_in(one.region)
    if one.code:
        followed &= Q(Exists(CodeTotal.objects.filter(disclosure=OuterRef("pk"), code=one.code)))
    return followed & Q(revision__gt=1) if one.only_corrections else followed
