"""All classes of both classifications, each with what all units together print under it in a year."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.classification.codes import ECONOMIC, FUNCTIONAL, SCHEMES
from disclosures.pages.code.figures import UNIT_QUESTION, AmountWriter, main_figure, year_question
from disclosures.pages.code.names import NamedCode, all_names
from disclosures.pages.code.sums import CodeSum, code_sums
from disclosures.pages.shared.list_query import ListQuery
from disclosures.pages.shared.shares import CLASS
from disclosures.pages.shared.tools import Tool
from disclosures.publication.current import published_years
from disclosures.publication.totals import ranking
from disclosures.publication.totals.ranking import Sums
from disclosures.statements.form_rows import FUNCTIONAL_CLASSES
from disclosures.statements.models import STATEMENTS, BasicExpenditure
from disclosures.statements.terms import term

# What the forms themselves print, where the list does not have it.
PRINTED = {
    FUNCTIONAL: {code: name for code, name, *_ in FUNCTIONAL_CLASSES},
    ECONOMIC: {code: title for title, classes in BasicExpenditure.panels for code in classes},
}


@dataclass(frozen=True)
class Scheme:
    """A classification; `source` is the table whose figures stand beside its classes."""

    key: str
    title: str
    source: str
    classes: tuple[CodeSum, ...]

    @property
    def used(self) -> tuple[CodeSum, ...]:
        """Those under which some unit prints a figure."""
        return tuple(code_sum for code_sum in self.classes if code_sum.units)

    @property
    def unused(self) -> tuple[CodeSum, ...]:
        return tuple(code_sum for code_sum in self.classes if not code_sum.units)


@dataclass(frozen=True)
class CodesPage:
    """Both classifications; amounts are texts in `unit`."""

    schemes: tuple[Scheme, ...]
    year: str
    unit: str
    tools: tuple[Tool, ...]
    address: str


def codes_page(query: Mapping[str, str]) -> CodesPage:
    """In five queries: the years that there are, and for each classification its names and its sums."""
    asked = ListQuery.read(query, year_question(published_years()), UNIT_QUESTION)
    names = {scheme: class_names(scheme) for scheme, _ in SCHEMES}
    year = int(asked["year"] or 0)
    sums = {scheme: ranking.of_codes(main_figure(scheme), list(names[scheme]), year) for scheme, _ in SCHEMES}
    writer = AmountWriter.of(asked["unit"], [total.amount for by_code in sums.values() for total in by_code.values()])
    return CodesPage(
        schemes=tuple(_scheme(scheme, title, names[scheme], sums[scheme], writer) for scheme, title in SCHEMES),
        year=asked["year"],
        unit=writer.unit.value,
        tools=asked.tools(links.codes()),
        address=links.with_query(links.codes(), asked),
    )


def class_names(scheme: str) -> dict[str, NamedCode]:
    """Every class of the list or of the forms, in the order of the codes; one query."""
    listed = all_names(scheme, CLASS)
    printed = {code: NamedCode(code, name) for code, name in PRINTED[scheme].items() if code not in listed}
    return dict(sorted((listed | printed).items()))


def _scheme(
    scheme: str, title: str, names: dict[str, NamedCode], sums: dict[str, Sums], writer: AmountWriter
) -> Scheme:
    figure = main_figure(scheme)
    source = _("公开{table}表 {title}").format(table=figure.table, title=term(STATEMENTS[figure.table].title))
    return Scheme(scheme, title, source, code_sums(scheme, names, sums, writer))
