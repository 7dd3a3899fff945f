"""The page of a comparison: what is chosen, what could be added, the tools, the rows."""

from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.amounts import AmountUnit
from disclosures.pages.compare.averages import Average, averages_of
from disclosures.pages.compare.chosen import LETTERS, Offer, chosen, kept, others, slug_of, title_of
from disclosures.pages.compare.rows import ComparedTable, CompareRow, compared_tables, largest_in, rows_of
from disclosures.pages.compare.telling import Telling
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.tools import Tool
from disclosures.statements.form_rows import SIDES
from disclosures.statements.lines import AccountLine, StatementLine
from disclosures.statements.models import STATEMENTS, Disclosure, Expenditure
from disclosures.statements.terms import column_term, term
from disclosures.tables.selection import UNITS

LONGEST = 50  # characters of what is looked for
SHARE = "share"


@dataclass(frozen=True)
class ComparedDisclosure:
    """A unit-year that is compared, with the address of the comparison without it."""

    title: str
    name: str
    year: int
    href: str
    without: str
    is_empty: bool


@dataclass(frozen=True)
class ComparePage:
    """Everything on the page; amounts are texts in `unit`, shares in percent. `scale` is the figure of a full bar."""

    sides: tuple[ComparedDisclosure, ...]
    groups: tuple[tuple[str, tuple[CompareRow, ...]], ...]
    averages: tuple[Average, ...]
    scale: str
    is_share: bool
    table: str
    unit: str
    is_converted: bool
    tools: tuple[Tool, ...]
    offers: tuple[tuple[str, tuple[Offer, ...]], ...]
    find: str
    hidden: tuple[tuple[str, str], ...]
    address: str

    @property
    def is_full(self) -> bool:
        """Whether no more can be added."""
        return len(self.sides) == len(LETTERS)


def compare_page(query: QueryDict) -> ComparePage:
    """In seven queries: what is named, its lines and heads, what is divided, peers and years to be added."""
    disclosures, find = chosen(query), _looked_for(query.get("find", ""))
    tables = _tables()
    model = STATEMENTS[tables.read(query)]
    compared = compared_tables(disclosures, model)
    asked = ListQuery.read(query, tables, _columns(model), _measure(), _units(compared), kept=kept(disclosures))
    unit = UNITS[asked["unit"]]
    decimals = max((disclosure.decimals for disclosure in disclosures), default=2)
    telling = Telling(unit, decimals, asked["measure"] == SHARE)
    groups = rows_of(compared, asked["column"], telling)
    largest = largest_in(groups)
    return ComparePage(
        sides=tuple(_side(table, disclosures, asked) for table in compared),
        groups=tuple((title, tuple(rows)) for title, rows in groups if rows),
        averages=averages_of(disclosures),
        scale=largest.text if largest else "",
        is_share=telling.is_share,
        table=_("公开{table}表 {title}").format(table=model.number, title=term(model.title)),
        unit=unit.value,
        is_converted=any(_own_unit(table) != unit for table in compared),
        tools=asked.tools(links.compare()) if disclosures else (),
        offers=tuple(
            (title, tuple(_offer(disclosure, disclosures, asked) for disclosure in offered))
            for title, offered in (others(disclosures, find) if len(disclosures) < len(LETTERS) else ())
        ),
        find=find,
        hidden=tuple((name, value) for name, value in _pairs(asked)),
        address=_address(asked),
    )


def _looked_for(text: str) -> str:
    """The words without marks that nobody types and a database may refuse, such as NUL."""
    return "".join(character if character.isprintable() else " " for character in text).strip()[:LONGEST]


def _tables() -> Parameter:
    first = sorted(STATEMENTS.values(), key=lambda model: model is not Expenditure)
    return Parameter("table", _("表"), tuple((model.number, f"{model.number} {term(model.title)}") for model in first))


def _columns(model: type[StatementLine]) -> Parameter:
    """Which column is compared; of an account the total of each side, if nothing else is asked for."""
    if issubclass(model, AccountLine):
        totals = {model.columns_of(side)[0] for side, _ in SIDES}
        parts = ((column.name, term(column.title)) for column in model.columns() if column not in totals)
        return Parameter("column", _("栏目"), (("", _("总数")), *parts))
    main = model.main_column()
    columns = sorted(model.columns(), key=lambda column: column is not main)
    return Parameter("column", _("栏目"), tuple((column.name, column_term(column)) for column in columns))


def _measure() -> Parameter:
    return Parameter("measure", _("比什么"), (("", _("比金额")), (SHARE, _("比每 100 元里占多少"))))


def _units(compared: list[ComparedTable]) -> Parameter:
    """The unit that the first document prints comes first."""
    own = _own_unit(compared[0]) if compared else AmountUnit.WAN
    units = sorted(UNITS.items(), key=lambda pair: pair[1] != own)
    return Parameter("unit", _("金额单位"), tuple((name, term(unit.value)) for name, unit in units))


def _own_unit(table: ComparedTable) -> AmountUnit:
    return table.head.precision_in(table.disclosure).unit


def _side(table: ComparedTable, disclosures: list[Disclosure], asked: ListQuery) -> ComparedDisclosure:
    disclosure = table.disclosure
    rest = replace(asked, kept=kept(other for other in disclosures if other is not disclosure))
    is_empty = all(value is None for line in table.lines for value in line.amounts.values())
    return ComparedDisclosure(
        title_of(disclosure),
        disclosure.unit_name,
        disclosure.year,
        links.of(disclosure).front(),
        _address(rest),
        is_empty,
    )


def _offer(added: Disclosure, disclosures: list[Disclosure], asked: ListQuery) -> Offer:
    return Offer(title_of(added), _address(replace(asked, kept=kept([*disclosures, added]))), slug_of(added))


def _address(asked: ListQuery) -> str:
    return links.with_query(links.compare(), asked)


def _pairs(asked: ListQuery) -> list[tuple[str, str]]:
    """What a form that asks for something more has to say again."""
    answered = [
        (question.name, asked[question.name])
        for question in asked.questions
        if asked[question.name] != question.default
    ]
    return [*asked.kept, *answered]
