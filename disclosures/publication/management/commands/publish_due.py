"""Publishes what was planned for a time that has come: `publish_due`, to be called every minute."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from disclosures.publication.timed.plans import publish_due


class Command(BaseCommand):
    help = "Publish what was planned for a time that has come."

    def handle(self, *args, **options):
        for plan in publish_due(timezone.now()):
            self.stdout.write(f"{plan.disclosure} {plan.get_outcome_display()}。{plan.message}")
