"""Makes the search index anew from what is published: `rebuild_search`."""

from django.core.management.base import BaseCommand

from disclosures.publication.search.indexing import rebuild


class Command(BaseCommand):
    help = "Make the search index anew from all current disclosures, in one transaction."

    def handle(self, *args, **options):
        self.stdout.write(f"检索已重建，共 {rebuild()} 份决算。")
