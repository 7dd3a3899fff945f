"""Run every rule on a disclosure and print what is found: `check_disclosure 210400-011001 2023 [--json]`."""

import json

from django.core.management.base import BaseCommand, CommandError

from disclosures.amounts import Outcome
from disclosures.checks.keeping import report_of
from disclosures.checks.plain import result_as_data
from disclosures.statements.models import Disclosure

_SIGNS = {Outcome.EQUAL: "✓", Outcome.ROUNDING: "≈", Outcome.BROKEN: "≠", Outcome.NOT_APPLICABLE: "?"}


class Command(BaseCommand):
    help = "Print the findings of the newest revision of a unit's year, or of the one that is named."

    def add_arguments(self, parser):
        parser.add_argument("unit", help="region and code, as in 210400-011001")
        parser.add_argument("year", type=int)
        parser.add_argument("--revision", type=int)
        parser.add_argument("--json", action="store_true", dest="as_json", help="one JSON object with every result")
        parser.add_argument("--all", action="store_true", help="print what holds too")

    def handle(self, *args, unit: str, year: int, revision: int | None, as_json: bool, **options):
        report = report_of(_disclosure(unit, year, revision))
        summary = report.counts | {"unlinked_figures": len(report.unlinked)}
        if as_json:
            data = {"summary": summary, "findings": [result_as_data(result) for result in report.results]}
            self.stdout.write(json.dumps(data, ensure_ascii=False, indent=1))
            return
        for result in report.results:
            if options["all"] or result.outcome == Outcome.BROKEN:
                self.stdout.write(f"{_SIGNS[result.outcome]} {result.rule} {result.message}")
        self.stdout.write("，".join(f"{name} {count}" for name, count in summary.items()))


def _disclosure(unit: str, year: int, revision: int | None) -> Disclosure:
    region, _, code = unit.partition("-")
    found = Disclosure.objects.filter(unit__region_id=region, unit__code=code, year=year).order_by("-revision")
    found = found.filter(revision=revision) if revision else found
    if not (disclosure := found.select_related("unit").first()):
        raise CommandError(f"没有 {unit} {year} 年度决算。")
    return disclosure
