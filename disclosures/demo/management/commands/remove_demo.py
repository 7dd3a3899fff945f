"""Take every made-up unit with all it published out of the database."""

from django.core.management.base import BaseCommand

from disclosures.publication.removing import remove_made_up


class Command(BaseCommand):
    help = "Removes what make_demo made, and nothing else."

    def handle(self, *args, **options):
        units, disclosures = remove_made_up()
        self.stdout.write(f"删除了 {units} 个虚构单位和它们的 {disclosures} 份决算。")
