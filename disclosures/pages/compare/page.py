"""The page of a comparison: what is chosen, what could be added, the tools, the rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.amounts import AmountUnit
from disclosures.pages.compare.chosen import LETTERS, Offer, chosen, kept, others, title_of
from disclosures.pages.compare.rows import Row, Sheet, rows_of, sheets_of
from disclosures.pages.shared.asking import Asked, Question
from disclosures.pages.shared.tools import Tool
from disclosures.statements.lines import AccountLine, StatementLine
from disclosures.statements.models import STATEMENTS, Disclosure, Expenditure
from disclosures.statements.outlines import SIDES
from disclosures.statements.terms import column_term, term
from disclosures.tables.headline_column import main_column
from disclosures.tables.selection import UNITS

LONGEST = 50  # characters of what is looked for


@dataclass(frozen=True)
class Side:
    """A unit-year that is compared, with the address of the comparison without it."""

    title: str
    name: str
    year: int
    href: str
    without: str
    is_empty: bool


@dataclass(frozen=True)
class ComparePage:
    """Everything on the page; amounts are texts in `unit`."""

    sides: tuple[Side, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    table: str
    unit: str
    is_converted: bool
    tools: tuple[Tool, ...]
    offers: tuple[Offer, ...]
    find: str
    hidden: tuple[tuple[str, str], ...]
    address: str

    @property
    def is_full(self) -> bool:
        """Whether no more can be added."""
        return len(self.sides) == len(LETTERS)


def compare_page(query: Mapping[str, str]) -> ComparePage:
    """In four queries, however long the tables: what is named, its lines and heads, what could be added."""
    found, find = chosen(query), _looked_for(query.get("find", ""))
    tables = _tables()
    model = STATEMENTS[tables.read(query)]
    sheets = sheets_of(found, model)
    asked = Asked.read(query, tables, _columns(model), _units(sheets), kept=kept(found))
    unit = UNITS[asked["unit"]]
    decimals = max((one.decimals for one in found), default=2)
    groups = rows_of(sheets, asked["column"], unit, decimals)
    return ComparePage(
        sides=tuple(_side(sheet, found, asked) for sheet in sheets),
        groups=tuple((title, tuple(rows)) for title, rows in groups if rows),
        table=_("公开{table}表 {title}").format(table=model.number, title=term(model.title)),
        unit=unit.value,
        is_converted=any(_own_unit(sheet) != unit for sheet in sheets),
        tools=asked.tools(links.compare()) if found else (),
        offers=tuple(_offer(one, found, asked) for one in others(found, find)) if len(found) < len(LETTERS) else (),
        find=find,
        hidden=tuple((name, value) for name, value in _pairs(asked)),
        address=_address(asked),
    )


def _looked_for(text: str) -> str:
    """The words without marks that nobody types and a database may refuse, such as NUL."""
    return "".join(one if one.isprintable() else " " for one in text).strip()[:LONGEST]


def _tables() -> Question:
    first = sorted(STATEMENTS.values(), key=lambda model: model is not Expenditure)
    return Question("table", _("表"), tuple((model.number, f"{model.number} {term(model.title)}") for model in first))


def _columns(model: type[StatementLine]) -> Question:
    """Which column is compared; of an account the total of each side, if nothing else is asked for."""
    if issubclass(model, AccountLine):
        totals = {model.columns_of(side)[0] for side, _ in SIDES}
        parts = ((column.name, term(column.title)) for column in model.columns() if column not in totals)
        return Question("column", _("栏目"), (("", _("总数")), *parts))
    main = main_column(model)
    columns = sorted(model.columns(), key=lambda column: column is not main)
    return Question("column", _("栏目"), tuple((column.name, column_term(column)) for column in columns))


def _units(sheets: list[Sheet]) -> Question:
    """The unit that the first document prints comes first."""
    own = _own_unit(sheets[0]) if sheets else AmountUnit.WAN
    units = sorted(UNITS.items(), key=lambda pair: pair[1] != own)
    return Question("unit", _("金额单位"), tuple((name, term(unit.value)) for name, unit in units))


def _own_unit(sheet: Sheet) -> AmountUnit:
    return sheet.head.precision_in(sheet.disclosure).unit


def _side(sheet: Sheet, found: list[Disclosure], asked: Asked) -> Side:
    one = sheet.disclosure
    rest = replace(asked, kept=kept(other for other in found if other is not one))
    is_empty = all(value is None for line in sheet.lines for value in line.amounts.values())
    return Side(title_of(one), one.unit_name, one.year, links.of(one).front(), _address(rest), is_empty)


def _offer(one: Disclosure, found: list[Disclosure], asked: Asked) -> Offer:
    return Offer(title_of(one), _address(replace(asked, kept=kept([*found, one]))))


def _address(asked: Asked) -> str:
    return links.with_query(links.compare(), asked)


def _pairs(asked: Asked) -> list[tuple[str, str]]:
    """What a form that asks for something more has to say again."""
    answered = [(one.name, asked[one.name]) for one in asked.questions if asked[one.name] != one.default]
    return [*asked.kept, *answered]
