"""The doubts of a draft, each with the figure that stands there now and where that is typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from disclosures.amounts import AmountError, Precision, parse_amount
from disclosures.entry.checklist.places import part_url
from disclosures.entry.reports import report_url
from disclosures.publication.ready import Draft
from disclosures.statements.fields import field_title
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.models import (
    Disclosure,
    Paragraph,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    StatementHead,
)
from disclosures.statements.scans.unclear import Settled, Unclear, is_open, line_of

_CELL = re.compile(r"\s*第 \d+ 格$")


@dataclass(frozen=True)
class Compared:
    """A doubt; `line` is the row of the table that its figure stands in, `href` where it is typed, "" for nowhere."""

    doubt: Unclear
    title: str
    href: str
    line: StatementLine | None = None
    precision: Precision | None = None
    is_open: bool = True

    @property
    def text(self) -> str:
        """The figure as the draft has it now; "" where it is none of a table."""
        return self.line.text(self.doubt.column, self.precision) if self.line and self.precision else ""

    def says(self, text: str) -> bool:
        """Whether the program read just this figure there."""
        if self.precision is None:
            return False
        try:
            return parse_amount(self.doubt.text, self.precision.unit) == parse_amount(text, self.precision.unit)
        except AmountError:
            return False


class DoubtsOf:
    """All doubts of a disclosure, in the order of the document. One query for each kind of part, and one."""

    def __init__(self, disclosure: Disclosure):
        self.disclosure, self.draft = disclosure, Draft(disclosure)

    @cached_property
    def compared(self) -> list[Compared]:
        """Each with its place; that pages were scanned at all is nothing to compare."""
        doubts = Unclear.objects.filter(disclosure=self.disclosure).exclude(settled=Settled.NEEDLESS)
        return [self._compared(doubt) for doubt in doubts.order_by("position")]

    def _compared(self, doubt: Unclear) -> Compared:
        lines = self.draft.loaded.lines.get(doubt.number, [])
        line = line_of(doubt, lines) if doubt.number else None
        if line is None:
            part = next(self._parts_at(doubt.place), None)
            title = str(part._meta.verbose_name) if part else ""
            return Compared(doubt, title, self._href(part), is_open=is_open(doubt, lines))
        title = f"公开{doubt.number}表 {line.name or line.printed_name}，{field_title(type(line), doubt.column)}"
        href = f"{part_url(self.disclosure, type(line))}#cell-{line.pk}-{doubt.column}"
        precision = self.draft.loaded.precision(doubt.number)
        return Compared(doubt, title, href, line, precision, is_open(doubt, lines))

    def _parts_at(self, place: str) -> Iterator[Part]:
        """What came from that row or paragraph."""
        row = _CELL.sub("", place)
        for part in self.draft.parts:
            if part.place and _CELL.sub("", part.place) == row and not isinstance(part, StatementHead):
                yield part

    def _href(self, part: Part | None) -> str:
        if part is None:
            return report_url(self.disclosure)
        if isinstance(part, PerformanceForm | PerformanceTask | PerformanceIndicator):
            form = part.pk if isinstance(part, PerformanceForm) else part.form_id
            return reverse("admin:statements_performanceform_change", args=[form])
        if isinstance(part, Paragraph):
            index = next(n for n, one in enumerate(self.draft.loaded.paragraphs) if one is part)
            return f"{part_url(self.disclosure, Paragraph)}#paragraph-{index}"
        return part_url(self.disclosure, type(part))
