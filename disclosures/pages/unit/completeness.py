"""How many of the tables of its year a disclosure fills in or declares empty, and which it leaves out."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.publication.totals.models import YearTotal
from disclosures.statements.models import statements_in

Status = YearTotal.TableStatus
COLOURS: dict[str, str] = {Status.FIGURES: "ink", Status.EMPTY: "s6", Status.MISSING: "track"}


@dataclass(frozen=True)
class Completeness:
    """`marks` are the place and the colour of each table; `missing` the numbers of those that are not there."""

    marks: tuple[tuple[int, str], ...]
    missing: tuple[str, ...]
    empty: int

    @property
    def words(self) -> str:
        """What is there, in words."""
        return _("缺 {tables}").format(tables=_("、").join(self.missing)) if self.missing else _("齐全")


def completeness_of(tables: str, year: int) -> Completeness:
    """From one sign for each table of the year, as `YearTotal` keeps them."""
    signs = dict(zip(statements_in(year), tables, strict=True))
    return Completeness(
        marks=tuple((n * 8, COLOURS[sign]) for n, sign in enumerate(tables)),
        missing=tuple(number for number, sign in signs.items() if sign == Status.MISSING),
        empty=tables.count(Status.EMPTY),
    )
