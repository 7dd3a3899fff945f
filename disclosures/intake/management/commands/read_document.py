"""Read a file without touching the database and print what was recognised: `read_document FILE [--json]`.

Of several files of one disclosure all are read together; of several units in a file, the one that `--part` names.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management.base import BaseCommand, CommandError

from disclosures.documents.items import DocumentError
from disclosures.intake.files.bundles import bundle
from disclosures.intake.isolated import isolated_reader
from disclosures.intake.reading import Reading, read_disclosure
from disclosures.intake.report import as_data
from disclosures.statements.models import statements_in


class Command(BaseCommand):
    help = "Print what is recognised in a document; exit status 1 if it could not be imported."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, nargs="+", help="a document, or the files of one disclosure")
        parser.add_argument("--part", default="", help="number or name of the unit, where the file holds several")
        parser.add_argument("--json", action="store_true", dest="as_json", help="one JSON object")

    def handle(self, *args, file: list[Path], as_json: bool, part: str, **options):
        try:
            with isolated_reader() as reader, TemporaryDirectory() as folder:
                reading = read_disclosure(bundle(file, Path(folder)), reader.read, part)
        except DocumentError as error:
            raise CommandError(str(error)) from error
        if as_json:
            self.stdout.write(json.dumps(as_data(reading), ensure_ascii=False, indent=1))
        else:
            for line in summary(reading):
                self.stdout.write(line)
        if reading.ledger.has_fatal:
            sys.exit(1)


def summary(reading: Reading):
    """The reading in lines for a person."""
    ledger = reading.ledger
    yield f"{reading.unit_name or '没有单位名称'} {reading.year or '没有年度'}，金额单位：{reading.precision.unit}"
    for number, model in statements_in(reading.year).items():
        statement = reading.statements.get(number)
        outcome = f"{len(statement.lines)} 行，{statement.head.place}" if statement else "没有找到"
        yield f"公开{number} {model.title}：{outcome}"
    for form in reading.forms:
        yield f"绩效自评 {form.form.name}：{len(form.rows)} 项指标"
    yield f"文字 {len(reading.paragraphs)} 段，职责 {len(reading.duties)} 条，名词 {len(reading.terms)} 个"
    for problem in ledger.problems:
        yield f"{'错误' if problem.level == 'fatal' else '注意'} {problem.place}：{problem.message}"
    for doubt in ledger.doubts:
        yield f"看不清 {doubt.place}：{doubt.text}（{doubt.reason}）"
    for repair in ledger.repairs:
        yield f"修补 {repair.place}：{repair.before} → {repair.after}（{repair.reason}）"
    for kept in ledger.kept:
        yield f"保留 {kept.place}：{kept.title}，{len(kept.rows)} 行。{kept.reason}"
    for unread in ledger.unread():
        yield f"未读 {unread.place}：{unread.text}"
    for trace in reading.traces:
        yield f"文件里还有 {trace.kind}（{trace.place}）：{trace.text}"
