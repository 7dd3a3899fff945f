"""What subscribers are owed is written down in the transaction that publishes, so that nothing published is untold."""

from django.utils.crypto import get_random_string

from disclosures.publication.callbacks.models import Delivery, Subscription
from disclosures.publication.following.concerned import concerned_by
from disclosures.statements.models import Disclosure


def announce(disclosure: Disclosure) -> None:
    """Owe it to every subscriber whom it concerns; one query where there are none."""
    active = Subscription.objects.filter(state__in=[Subscription.Progress.ACTIVE, Subscription.Progress.LEAVING])
    if not active.exists():
        return
    for subscription in active.filter(concerned_by(disclosure)):
        made = {"key": get_random_string(32)}
        Delivery.objects.get_or_create(subscription=subscription, disclosure=disclosure, defaults=made)
