"""Which figures stand under the codes of a classification, and in which unit of amount a page prints them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.amounts import AmountUnit, printed
from disclosures.pages.shared.list_query import Parameter
from disclosures.publication.current import main_year
from disclosures.publication.totals.ranking import TableColumn
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.models import STATEMENTS, Expenditure
from disclosures.statements.terms import term
from disclosures.tables.selection import UNITS
from disclosures.tables.table import decimals_in

DECIMALS = 2


def tables_of(scheme: str) -> tuple[str, ...]:
    """The tables that stand under this classification; the one that most readers mean first."""
    numbers = [n for n, model in STATEMENTS.items() if issubclass(model, ClassifiedLine) and model.scheme == scheme]
    return tuple(sorted(numbers, key=lambda number: number != Expenditure.number))


def table_question(scheme: str) -> Parameter:
    """Which table."""
    return Parameter("table", _("表"), tuple((number, term(STATEMENTS[number].title)) for number in tables_of(scheme)))


def column_question(table: str) -> Parameter:
    """Which of its columns; the one that it adds up to first."""
    model = STATEMENTS[table]
    main = model.main_column().name
    columns = sorted(model.columns(), key=lambda column: column.name != main)
    return Parameter("column", _("栏目"), tuple((column.name, _title(column)) for column in columns))


def _title(column) -> str:
    title = term(column.title)
    return f"{term(column.group)}{title}" if column.title in ("小计", "合计") else title


def year_question(counts: Mapping[int, int]) -> Parameter:
    """Which year, newest first; usually the newest that is not only begun, by how many there are of each."""
    answers = tuple((str(year), _("{year} 年").format(year=year)) for year in sorted(counts, reverse=True))
    return Parameter("year", _("年度"), answers, usual=str(main_year(dict(counts)) or ""))


def main_figure(scheme: str) -> TableColumn:
    """What a class comes down to."""
    table = tables_of(scheme)[0]
    return TableColumn(table, STATEMENTS[table].main_column().name)


UNIT_QUESTION = Parameter(
    "unit", gettext_lazy("金额单位"), tuple((name, gettext_lazy(UNITS[name].value)) for name in ("wan", "yuan", "yi"))
)


@dataclass(frozen=True)
class AmountWriter:
    """Prints amounts of one page in one unit, with as many decimals as the smallest needs to be seen."""

    unit: AmountUnit
    decimals: int

    @classmethod
    def of(cls, unit: str, amounts: Iterable[Decimal | None]) -> "AmountWriter":
        """`unit` as in addresses; `amounts` are 元, exact."""
        unit, printed = UNITS[unit], [amount for amount in amounts if amount is not None]
        is_own = unit == AmountUnit.YUAN
        return cls(unit, DECIMALS if is_own else decimals_in(unit, AmountUnit.YUAN, DECIMALS, printed))

    def text(self, amount: Decimal | None) -> str:
        """`amount` is 元, exact; "" for a blank."""
        return printed(amount, self.unit, self.decimals)
