"""The process that `import_document` starts several of: one job a line, one outcome a line, until its input ends."""

import json
import sys

from django.core.management.base import BaseCommand

from disclosures.entry.imports.importing import Wish, outcome_of
from disclosures.intake.isolated import isolated_reader
from disclosures.intake.jobs import Job


class Command(BaseCommand):
    help = "Used by import_document; reads jobs as JSON lines."
    requires_system_checks = []

    def handle(self, *args, **options):
        with isolated_reader() as reader:
            for line in sys.stdin:
                question = json.loads(line)
                outcome = outcome_of(Job(**question["job"]), Wish(**question["wish"]), reader)
                answer = {"state": outcome.state, "message": outcome.message}
                self.stdout.write(json.dumps(answer, ensure_ascii=False))
                self.stdout.flush()
