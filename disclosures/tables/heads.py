"""The head of a table as the official form prints it: columns in groups, in as many levels as needed, with 栏次."""

from dataclasses import dataclass, replace
from itertools import groupby

from disclosures.statements.fields import Amount, full_title
from disclosures.statements.lines import AccountLine, ClassifiedLine, StatementLine

ITEM, NUMBERS = "项目", "栏次"


@dataclass(frozen=True)
class Column:
    """A column as shown: `name` is the field of the row, `group` the head above it, `number` its printed 栏次."""

    name: str
    title: str
    group: str = ""
    number: int | None = None
    is_amount: bool = False

    @property
    def full_title(self) -> str:
        """The title with the head above it."""
        return full_title(self.group, self.title)

    @property
    def anchor(self) -> str:
        """What the column is called in addresses: its 栏次, or its name where the form prints none."""
        return str(self.number or self.name)


@dataclass(frozen=True)
class Head:
    """A cell of the head with the columns and the rows of the head that it spans; `name` is of a single column."""

    title: str
    colspan: int = 1
    rowspan: int = 1
    is_amount: bool = False
    name: str = ""


HeadRow = tuple[Head, ...]


def label_columns(model: type[StatementLine]) -> tuple[Column, ...]:
    """What a row of the form says before its amounts."""
    if issubclass(model, ClassifiedLine):
        return (Column("code", model.code_title, ITEM), Column("name", "科目名称", ITEM))
    if issubclass(model, AccountLine):
        return (Column("name", ITEM), Column("line", "行次"))
    return (Column("name", ITEM),)


def amount_columns(model: type[StatementLine], side: str = "", year: int | None = None) -> tuple[Column, ...]:
    """The amounts that the form of that year has on this side, from the declaration of the table."""
    fields = model.columns_of(side, year) if issubclass(model, AccountLine) else model.columns(year)
    return tuple(_amount_column(field, side, year) for field in fields)


def _amount_column(field: Amount, side: str, year: int | None) -> Column:
    return Column(field.name, field.title_in(year), field.group, field.number_on(side, year), is_amount=True)


def head_of(columns: tuple[Column, ...], title: str = "") -> tuple[HeadRow, ...]:
    """The rows of the head of one panel: its title or the groups, the columns' titles, the numbers."""
    titles = tuple(_titled(column) for column in columns)
    if title:
        rows = [(Head(title, len(columns)),), titles]
    elif any(column.group for column in columns):
        rows = list(_grouped(columns))
    else:
        rows = [titles]
    if any(column.number for column in columns):
        rows.append(_numbers(columns))
    return tuple(rows)


def _grouped(columns: tuple[Column, ...]) -> tuple[HeadRow, HeadRow]:
    upper, lower = [], []
    for group, members in groupby(columns, key=lambda column: column.group):
        heads = [_titled(column) for column in members]
        if group:
            upper.append(Head(group, len(heads)))
            lower += heads
        else:
            upper += [replace(head, rowspan=2) for head in heads]
    return tuple(upper), tuple(lower)


def _titled(column: Column) -> Head:
    return Head(column.title, is_amount=column.is_amount, name=column.name)


def _numbers(columns: tuple[Column, ...]) -> HeadRow:
    labels = sum(not column.is_amount for column in columns)
    amounts = (column for column in columns if column.is_amount)
    return (
        Head(NUMBERS, labels, name="numbers"),
        *(Head(str(column.number or ""), is_amount=True, name=column.name) for column in amounts),
    )


def side_by_side(heads: list[tuple[HeadRow, ...]]) -> tuple[HeadRow, ...]:
    """The head of the whole form out of the heads of its panels; neighbours with one title become one cell."""
    rows = [[cell for row in level for cell in row] for level in zip(*heads, strict=True)]
    if rows and len(heads) > 1:
        rows[0] = [Head(title, sum(cell.colspan for cell in cells)) for title, cells in groupby(rows[0], _title)]
    return tuple(map(tuple, rows))


def _title(head: Head) -> str:
    return head.title
