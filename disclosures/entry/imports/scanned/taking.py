"""The doubts of a scan that pieces were taken of go with these pieces into the draft."""

from collections.abc import Collection

from django.db.models import Max

from disclosures.audit.recording import added
from disclosures.entry.imports.taking.sources import mark_rows
from disclosures.intake.doubts.unclear import unclear_in
from disclosures.intake.parts import Reading
from disclosures.statements.models import Disclosure
from disclosures.statements.scans.unclear import Unclear


def keep_unclear(draft: Disclosure, reading: Reading, names: Collection[str], mark: str, *, is_whole: bool) -> None:
    """Of the tables taken, and of everything that is no figure of a table; what these replace is no doubt any more.

    `names` are those of the pieces, `mark` stands before places of this file; `is_whole` if nothing else stays.
    """
    new = [row for row in unclear_in(reading) if not row.number or row.number in names]
    mark_rows(new, mark)
    there = Unclear.objects.filter(disclosure=draft)
    again = {(row.place, row.text) for row in new}
    gone = [row.pk for row in there if is_whole or row.number in names or (row.place, row.text) in again]
    there.filter(pk__in=gone).delete()
    last = there.aggregate(last=Max("position"))["last"] or 0
    for position, row in enumerate(new, start=last + 1):
        row.disclosure, row.position = draft, position
    added(Unclear.objects.bulk_create(new))
