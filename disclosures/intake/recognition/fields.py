"""What matching a head gives: for each column by position, the declared column that it is."""

from disclosures.intake.recognition.heads import Column, Panel
from disclosures.intake.wording import UNIT_IN_TITLE, bare
from disclosures.statements.fields import Amount

SUMS = ("小计", "合计")

Fields = dict[int, Amount]  # position of a column -> the declared column


class LocalFields(dict):
    """Fields of a head that is not the official form's, so that its 栏次 say nothing."""

    needs_title = False  # whether other tables may have the same head, so that only a title or number tells


class Split(LocalFields):
    """`amount` of table 06 where it stands beside 人员经费 and 公用经费; `parts` are those two columns, by key."""

    parts: dict[str, Column]


class Beside(LocalFields):
    """The two amounts of table 07 with other columns beside them: another year's, a change."""

    further: tuple[Column, ...] = ()
    year: int | None = None  # that the columns taken print
    other_years: frozenset[int] = frozenset()  # that those beside them print


class Items(LocalFields):
    """Position -> the item of table 07 where items are columns; `further` are items that the form lacks."""

    further: tuple[Column, ...] = ()


class Wide(Items):
    """Items are columns, and so are 预算数 and 决算数: position -> item and declared column."""


class Crossed(Items):
    """Items are columns, 预算数 and 决算数 are rows."""

    needs_title = True


class Stacked(LocalFields):
    """An account in one column, income above expenditure: the fields of the rows of expenditure, and of income."""

    needs_title = True
    income: Fields
    parts: tuple[Column, ...] = ()  # the budgets that a row of income may be split into


def fields_of(panel: Panel, declared: tuple[Amount, ...]) -> Fields | None:
    """The declared column of each amount column; None if a title stays unexplained or two claim one column."""
    fields = {column.position: field_titled(column, declared) for column in panel.amounts}
    if not fields or None in fields.values() or len(set(fields.values())) < len(fields):
        return None
    return fields


def field_titled(column: Column, declared: tuple[Amount, ...]) -> Amount | None:
    """The declared column that the title names, within the group that stands above it."""
    stack = (*column.stack[:-1], UNIT_IN_TITLE.sub("", column.title))
    titles = ("".join(stack[-count:]) for count in range(1, len(stack) + 1))  # 本年支出 over 合计 is 本年支出合计
    named = next(filter(None, (_fields_named(title, declared) for title in titles)), [])
    grouped = [field for field in named if bare(field.group) in (*column.stack, "")]
    return next(iter(grouped or named), None)


def _fields_named(title: str, declared: tuple[Amount, ...]) -> list[Amount]:
    return [field for field in declared if title in {bare(known) for known in field.titles}]
