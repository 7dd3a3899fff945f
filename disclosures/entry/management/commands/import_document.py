"""Load a document as a draft, and publish it when asked: `import_document FILE --unit 210400-011001 --year 2023`."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from disclosures.documents.items import DocumentError
from disclosures.intake.store import RefusedImportError, import_file
from disclosures.publication.workflow import WorkflowError, publish, submit


class Command(BaseCommand):
    help = "Load a document as a draft; exit status 1 and nothing saved if anything in it is fatal."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--unit", required=True, help="region and code, as in 210400-011001")
        parser.add_argument("--year", required=True, type=int)
        parser.add_argument("--name", default="", help="name of a new unit, instead of the one in the document")
        parser.add_argument("--replace", action="store_true", help="instead of a draft, or after a published revision")
        parser.add_argument("--publish", action="store_true", help="submit and publish it at once")

    def handle(self, *args, file: Path, unit: str, year: int, publish: bool, **options):
        try:
            with transaction.atomic():
                disclosure, reading = import_file(file, unit, year, name=options["name"], replace=options["replace"])
                if publish:
                    self._publish(disclosure)
        except (DocumentError, RefusedImportError, WorkflowError) as error:
            raise CommandError(str(error)) from error
        for problem in reading.ledger.problems:
            self.stdout.write(f"注意 {problem.place}：{problem.message}")
        unread = reading.ledger.unread()
        for one in unread:
            self.stdout.write(f"未读 {one.place}：{one.text}")
        state = disclosure.get_state_display()
        self.stdout.write(f"{disclosure}：{state}，修补 {len(reading.ledger.repairs)} 处，未读 {len(unread)} 处。")

    def _publish(self, disclosure):
        submit(disclosure)
        publish(disclosure)
        disclosure.refresh_from_db()
