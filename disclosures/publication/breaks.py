"""How widely each rule is broken, over all that is current."""

from django.db.models import Count

from disclosures.checks.models import BrokenRule
from disclosures.statements.models import State


def disclosures_breaking() -> dict[str, int]:
    """The number of current disclosures that break each rule, by the code of the rule; one query."""
    broken = BrokenRule.objects.filter(run__disclosure__state=State.PUBLISHED).values("rule")
    return dict(broken.annotate(disclosures=Count("pk")).values_list("rule", "disclosures"))
