"""Which column and which lines a table comes down to, through what its form declares about its own sums."""

from collections.abc import Iterable

from disclosures.statements.editions import lasting
from disclosures.statements.fields import Amount
from disclosures.statements.lines import AccountLine, AnyLine, StatementLine


def main_column(model: type[StatementLine]) -> Amount:
    """The column that the form adds its others up to; the last one where it adds up none."""
    if issubclass(model, AccountLine):
        return model.columns_of(model.outline[-1].side)[0]
    columns = {column.name: column for column in model.columns()}
    sums = model.column_identities()
    return columns[sums[0].total] if sums else lasting(columns.values())[-1]


def main_lines(model: type[StatementLine], lines: Iterable[AnyLine]) -> list[AnyLine]:
    """The lines that make up the total: the last total of an account, the 合计 row, or the totals below the panels."""
    totals = [line for line in lines if line.is_total]
    if issubclass(model, AccountLine):
        last = model.outline[-1]
        return [line for line in totals if (line.side, line.item) == (last.side, last.key)]
    return totals if hasattr(model, "panels") else totals[:1]
