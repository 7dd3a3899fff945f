"""Where a figure of a finding is typed: the cell in its grid, the paragraph, the field of a form, each by its anchor.

Without a script the browser itself goes to the anchor and the style sheet marks it; with one the input has the focus.
"""

from dataclasses import dataclass
from functools import cache, cached_property

from django.urls import reverse

from disclosures.checks.cell_figures import CellFigure
from disclosures.checks.figures import Figure
from disclosures.checks.outcomes import Result
from disclosures.checks.publication.completeness import SECTIONS
from disclosures.checks.spots import CellSpot, FormSpot, Spot, TableSpot, TextSpot
from disclosures.checks.wording.relations import Relation
from disclosures.statements.lines import Part
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import STATEMENTS, Disclosure, Duty, Paragraph, Term, UnitInScope

# What a finding about a whole table is about, as a field of its head.
_HEAD_FIELDS = {
    Relation.TABLE_NOTED: "notes",
    Relation.NOTE_TO_READERS: "notes",
    Relation.TITLE_AS_LISTED: "title",
    Relation.EMPTY_TABLE_SAID: "is_declared_empty",
}
_COLLECTIONS: dict[str, type[Part]] = {"duties": Duty, "units": UnitInScope, "terms": Term}
_OF_SECTIONS = {section.title: _COLLECTIONS.get(section.collection, Paragraph) for section in SECTIONS}


@dataclass(frozen=True)
class Place:
    """Something that leads to where it is typed."""

    title: str
    href: str


@cache
def _pattern(name: str) -> str:
    """The address with 0 for the disclosure: made once, for a page leads to hundreds of places."""
    return reverse("admin:statements_disclosure_part", args=[0, name])


def part_url(disclosure: Disclosure, part: type[Part]) -> str:
    """The page of one part of a disclosure."""
    return _pattern(str(part._meta.model_name)).replace("/0/", f"/{disclosure.pk}/", 1)


def change_url(disclosure: Disclosure) -> str:
    """The page of the disclosure itself."""
    return reverse("admin:statements_disclosure_change", args=[disclosure.pk])


class Places:
    """The addresses of one disclosure's figures in the admin. Nothing is fetched.

    `is_open`: whether whoever looks may type there; where nothing is typed there are no inputs to lead to.
    """

    def __init__(self, loaded: LoadedDisclosure, *, is_open: bool):
        self.loaded, self.disclosure, self.is_open = loaded, loaded.disclosure, is_open

    def hrefs(self, result: Result) -> dict[str, str]:
        """Where each side of a result stands; "" for what stands nowhere, such as a sum."""
        return {side: self.href(getattr(result, side), result.relation) for side in ("left", "right")}

    def href(self, figure: Figure | None, relation: Relation | None = None) -> str:
        """Where the figure is typed."""
        spot: Spot | None = figure.spot if figure else None
        if isinstance(spot, CellSpot):
            return self._cell(figure, spot)
        if isinstance(spot, TableSpot):
            return self._table(spot.number, _HEAD_FIELDS.get(relation, "") if relation else "")
        if isinstance(spot, TextSpot):
            return self._paragraph(spot)
        return self._form(spot) if isinstance(spot, FormSpot) else ""

    def instead(self, result: Result) -> Place | None:
        """Where to begin with a finding of which no side stands anywhere: what is missing, or a date on the cover."""
        if result.relation == Relation.SECTION_THERE and result.right:
            part = _OF_SECTIONS.get(str(result.right.label), Paragraph)
            return Place(str(part._meta.verbose_name), part_url(self.disclosure, part))
        if result.relation == Relation.IN_TIME:
            return Place("批复日期和公开日期", f"{change_url(self.disclosure)}#id_approval_date")
        return None

    def _cell(self, figure: Figure | None, spot: CellSpot) -> str:
        """A figure that was just computed knows its line; one that was kept knows the row's key."""
        line = figure.line if isinstance(figure, CellFigure) else self._lines.get((spot.number, spot.row))
        page = part_url(self.disclosure, STATEMENTS[spot.number])
        return f"{page}#cell-{line.pk}-{spot.column}" if line else page

    def _table(self, number: str, field: str) -> str:
        page = part_url(self.disclosure, STATEMENTS[number])
        if not field:
            return page
        return f"{page}#id_statementhead-0-{field}" if self.is_open else f"{page}#statementhead-0"

    def _paragraph(self, spot: TextSpot) -> str:
        page = part_url(self.disclosure, Paragraph)
        index = self._paragraphs.get(spot.paragraph)
        if index is None:
            return page
        if self.is_open:
            return f"{page}?at={spot.start}-{spot.end}#id_paragraph-{index}-text"
        return f"{page}#paragraph-{index}"

    def _form(self, spot: FormSpot) -> str:
        form = self._forms.get(spot.form)
        if form is None:
            return ""
        page = reverse("admin:statements_performanceform_change", args=[form.form.pk])
        at = f"?at={spot.start}-{spot.end}" if spot.end and self.is_open else ""
        if not spot.part:
            return f"{page}{at}#id_{spot.field}"
        rows = {"indicator": form.indicators, "task": form.tasks}[spot.part]
        row = next((row for row in rows if row.position == spot.item), None)
        return f"{page}{at}#cell-{row.pk}-{spot.field}" if row else page

    @cached_property
    def _lines(self) -> dict:
        lines: dict = {}
        for number, rows in self.loaded.lines.items():
            for line in rows:
                lines.setdefault((number, line.key), line)
        return lines

    @cached_property
    def _paragraphs(self) -> dict[int, int]:
        """Where each paragraph stands among those of the page, by its position."""
        return {paragraph.position: index for index, paragraph in enumerate(self.loaded.paragraphs)}

    @cached_property
    def _forms(self) -> dict:
        return {form.form.position: form for form in self.loaded.forms}
