"""The flow picture: where the money of a year comes from and goes to.

Income is from 公开01, kinds of spending from 公开03, and what these pay for: economic classes from 公开06;
projects that the text names, else functional items of 公开03.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.amounts import decimals_of, printed
from disclosures.classification.code_tree import CodeTree
from disclosures.pages.charts.shapes import Band, Flow, Node
from disclosures.pages.front.projects import Project
from disclosures.pages.shared.shares import CLASS
from disclosures.pages.table.flow import PLAIN, without_place
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.lines import TOTAL
from disclosures.statements.loaded import LoadedDisclosure, Printed
from disclosures.statements.models import BasicExpenditure, Expenditure, Summary
from disclosures.statements.terms import term

FROM, THROUGH, KIND, PURPOSE = range(4)
BASIC, PROJECT = "basic_expenditure", "project_expenditure"
ITEMS = 5  # purposes of project expenditure; of more, the smallest together
# Kinds of spending have colours of their own: those of the functional classes stand for these on the same page.
SERIES = {BASIC: "k1", PROJECT: "k2"}
OTHERS = "k3"


def money_flow(loaded: LoadedDisclosure, links: DisclosureLinks, projects: tuple[Project, ...] = ()) -> Flow | None:
    """From income to purposes; None where the sum of all income or the kinds of spending are not printed. No query.

    `projects` are those that make up all project expenditure, largest first; else table 03 says what it is for.
    """
    sums = loaded.printed(Summary.number, f"{INCOME}:grand_total", "amount")
    drawn = _Drawn(loaded, links, projects)
    sources, kinds = list(drawn.lines(INCOME)), [*drawn.kinds(), *drawn.lines(EXPENDITURE)]
    if not (sums and sums.value > 0 and sources and kinds):
        return None
    through = drawn.node(sums, THROUGH, PLAIN)
    purposes = [(kind, node) for kind in kinds for node in drawn.purposes(kind)]
    bands = [*((node, through) for node in sources), *((through, node) for node in kinds), *purposes]
    nodes = (*sources, through, *kinds, *(node for _, node in purposes))
    return Flow(nodes, tuple(_band(source, target) for source, target in bands))


def _band(source: Node, target: Node) -> Band:
    """As thick as the end that it alone reaches."""
    outer = source if target.column == THROUGH else target
    return Band(source, target, outer.value, outer.text)


@dataclass(frozen=True)
class _Drawn:
    """The figures of a year as nodes."""

    loaded: LoadedDisclosure
    links: DisclosureLinks
    projects: tuple[Project, ...]

    def node(self, figure: Printed, column: int, series: str, title: str = "") -> Node:
        number, line = figure.line.number, figure.line
        return Node(
            key=f"{number}-{line.key}-{figure.column}",
            column=column,
            title=term(title or without_place(line.name)),
            text=self.text(figure.text, figure.unit),
            value=figure.value,
            series=series,
            href=f"{self.links.table(number)}#{line.key}",
        )

    def text(self, text: str, unit: str) -> str:
        """The figure as printed; with its unit where that is not the unit of the whole document."""
        return text if unit == self.loaded.disclosure.amount_unit else f"{text} {unit}"

    def lines(self, side: str) -> Iterator[Node]:
        """The lines of table 01 that are neither sums nor functional classes."""
        for line in self.loaded.lines[Summary.number]:
            if line.side == side and line.item and not line.is_total and not line.item.isdigit():
                figure = self.loaded.printed(Summary.number, f"{side}:{line.item}", "amount")
                if figure and figure.value > 0:
                    yield self.node(figure, FROM if side == INCOME else KIND, PLAIN)

    def kinds(self) -> Iterator[Node]:
        """The columns of the total of table 03."""
        for figure in self.loaded.printed_in(Expenditure.number, TOTAL):
            if figure.column != Expenditure.main_column().name and figure.value > 0:
                title = Expenditure.column(figure.column).title
                yield self.node(figure, KIND, SERIES.get(figure.column, OTHERS), title)

    def purposes(self, kind: Node) -> Iterator[Node]:
        """What a kind of spending pays for, as far as a table says so."""
        column = kind.key.rpartition("-")[2]
        if column == BASIC:
            yield from self.classes()
        elif column == PROJECT:
            yield from self.together(list(self.named() or self.items()))

    def classes(self) -> Iterator[Node]:
        number = BasicExpenditure.number
        codes = [line.code for line in self.loaded.lines[number] if len(line.code) == CLASS and not line.is_total]
        for figure in self.largest([self.loaded.printed(number, code, "amount") for code in dict.fromkeys(codes)]):
            yield self.node(figure, PURPOSE, SERIES[BASIC])

    def items(self) -> list[Node]:
        lines = [
            line for line in self.loaded.lines[Expenditure.number] if (line.project_expenditure or 0) > 0 and line.code
        ]
        deepest = CodeTree(line.code for line in lines).leaves
        figures = self.largest([self.loaded.printed(Expenditure.number, code, PROJECT) for code in deepest])
        return [self.node(figure, PURPOSE, SERIES[PROJECT]) for figure in figures]

    def named(self) -> list[Node]:
        return [
            Node(
                f"project-{number}", PURPOSE, project.title, project.text, project.value, SERIES[PROJECT], project.href
            )
            for number, project in enumerate(self.projects, start=1)
        ]

    def largest(self, figures: list[Printed | None]) -> list[Printed]:
        return sorted(
            (figure for figure in figures if figure and figure.value > 0), key=lambda figure: figure.value, reverse=True
        )

    def together(self, nodes: list[Node]) -> Iterator[Node]:
        """The largest; of more than there is room for, the smaller ones as one with their exact sum."""
        room = ITEMS if len(nodes) <= ITEMS else ITEMS - 1
        yield from nodes[:room]
        if rest := nodes[room:]:
            value = sum((node.value for node in rest), Decimal(0))
            precision = self.loaded.disclosure.precision
            text = printed(value, precision.unit, decimals_of(value, precision.unit, precision.decimals))
            title = _("其余 {count} 项").format(count=len(rest))
            yield Node("rest", PURPOSE, title, text, value, SERIES[PROJECT], rest[0].href.partition("#")[0])
