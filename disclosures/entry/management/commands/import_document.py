"""Load a document as a draft, and publish it when asked: `import_document FILE --unit 210400-011001 --year 2023`.

With a folder whose file names begin with unit and year, or a list (csv: file, unit, year), it loads many side by
side; stopped at any moment and started again, it goes on with those that are not there yet. With several files it
joins them to one disclosure.
"""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from disclosures.documents.items import DocumentError
from disclosures.entry.imports.importing import FAILED, IMPORTED, THERE, Wish, import_many, import_one
from disclosures.intake.files.bundles import bundle
from disclosures.intake.isolated import isolated_reader
from disclosures.intake.jobs import Job, is_many, jobs_in
from disclosures.intake.store import RefusedImportError
from disclosures.publication.workflow import WorkflowError

_STATES = {IMPORTED: "已导入", THERE: "已有", FAILED: "没有导入"}


class Command(BaseCommand):
    help = "Load a document as a draft; exit status 1 and nothing saved if anything in it is fatal."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", type=Path, nargs="+",
            help="a document, the files of one disclosure, a folder of documents, or a list (csv: file, unit, year)",
        )  # fmt: skip
        parser.add_argument("--part", default="", help="number or name of the unit, where the file holds several")
        parser.add_argument("--unit", default="", help="region and code, as in 210400-011001; for one document")
        parser.add_argument("--year", type=int, help="for one document")
        parser.add_argument("--name", default="", help="name of a new unit, instead of the one in the document")
        parser.add_argument("--replace", action="store_true", help="instead of a draft, or after a published revision")
        parser.add_argument("--publish", action="store_true", help="submit and publish at once")
        parser.add_argument("--clean", action="store_true", help="keep a copy without authors, comments and changes")
        parser.add_argument("--processes", type=int, help="how many work side by side; default: one a processor")

    def handle(self, *args, file: list[Path], unit: str, year: int | None, replace: bool, publish: bool, **options):
        wish = Wish(replace, publish, options["clean"])
        many = list(filter(is_many, file))
        try:
            if many and len(file) > 1:
                raise CommandError(f"{many[0].name} 代表许多份文件，不能和别的文件一起给出。")
            if many:
                self._many(jobs_in(many[0]), wish, options["processes"])
            elif not (unit and year):
                raise CommandError("导入一个文件要用 --unit 和 --year 说明是哪个单位、哪一年的。")
            else:
                with TemporaryDirectory() as folder:
                    joined = bundle(file, Path(folder))
                    self._one(Job(str(joined), unit, year, options["name"], options["part"]), wish)
        except (DocumentError, RefusedImportError, WorkflowError) as error:
            raise CommandError(str(error)) from error

    def _one(self, job: Job, wish: Wish):
        with isolated_reader() as reader:
            disclosure, reading = import_one(job, wish, reader)
        for problem in reading.ledger.problems:
            self.stdout.write(f"注意 {problem.place}：{problem.message}")
        for doubt in reading.ledger.doubts:
            self.stdout.write(f"看不清 {doubt.place}：{doubt.text}。{doubt.reason}；{doubt.verdict}")
        for kept in reading.ledger.kept:
            self.stdout.write(f"保留 {kept.place}：{kept.title}，{len(kept.rows)} 行。{kept.reason}")
        unread = reading.ledger.unread()
        for item in unread:
            self.stdout.write(f"未读 {item.place}：{item.text}")
        for trace in reading.traces:
            self.stdout.write(f"文件里还有 {trace.kind}（{trace.place}）：{trace.text}")
        state = disclosure.get_state_display()
        self.stdout.write(f"{disclosure}：{state}，修补 {len(reading.ledger.repairs)} 处，未读 {len(unread)} 处。")

    def _many(self, jobs: list[Job], wish: Wish, processes: int | None):
        bar = tqdm(import_many(jobs, wish, processes), total=len(jobs), unit="份", desc="导入", file=self.stderr)
        outcomes = sorted(bar, key=lambda outcome: outcome.job.file)
        for outcome in outcomes:
            said = outcome.message.replace("\n", "；")
            self.stdout.write(f"{_STATES[outcome.state]}\t{Path(outcome.job.file).name}\t{said}")
        counts = Counter(outcome.state for outcome in outcomes)
        self.stdout.write("，".join(f"{title} {counts[state]} 份" for state, title in _STATES.items()) + "。")
        if counts[FAILED]:
            raise CommandError(f"{counts[FAILED]} 份没有导入，原因见上。")
