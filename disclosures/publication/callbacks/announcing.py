"""What subscribers are owed is written down in the transaction that publishes, so that nothing published is untold."""

from django.db.models import Q
from django.utils.crypto import get_random_string

from disclosures.publication.callbacks.models import Delivery, Subscription
from disclosures.publication.totals.models import CodeTotal
from disclosures.statements.models import Disclosure


def announce(disclosure: Disclosure) -> None:
    """Owe it to every subscriber whom it concerns; one query where there are none."""
    active = Subscription.objects.filter(state__in=[Subscription.Progress.ACTIVE, Subscription.Progress.LEAVING])
    if not active.exists():
        return
    for subscription in active.filter(_concerns(disclosure)):
        made = {"key": get_random_string(32)}
        Delivery.objects.get_or_create(subscription=subscription, disclosure=disclosure, defaults=made)


def _concerns(disclosure: Disclosure) -> Q:
    """Who asked for this unit, for a region that it lies in, for a code that it prints, or for everything."""
    regions = [region.code for region in disclosure.unit.region.path()]
    codes = CodeTotal.objects.filter(disclosure=disclosure).values("code")
    concerns = Q(unit=None) | Q(unit=disclosure.unit_id)
    concerns &= Q(region="") | Q(region__in=regions)
    concerns &= Q(code="") | Q(code__in=codes)
    return concerns if disclosure.revision > 1 else concerns & Q(only_corrections=False)
