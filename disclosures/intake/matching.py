"""Which declared column each column of a grid is; a match must explain every title."""

from collections.abc import Iterable

from disclosures.intake.heads import Column, Panel
from disclosures.intake.wording import UNIT_IN_TITLE, bare, unnumbered
from disclosures.statements.fields import Amount
from disclosures.statements.lines import AccountLine, ClassifiedLine, StatementLine
from disclosures.statements.models import STATEMENTS, BasicExpenditure, ThreePublicExpenses
from disclosures.statements.outlines import EXPENDITURE, INCOME

Fields = dict[int, Amount]  # position of a column -> the declared column


class Wide(dict[int, tuple[str, Amount]]):
    """Position of a column -> the item of table 07 and the declared column, where items are columns."""


_SUBTOTALS = ("小计", "合计")


def fields_of(panel: Panel, declared: tuple[Amount, ...]) -> Fields | None:
    """The declared column of each amount column; None if a title stays unexplained or two claim one column."""
    found = {column.position: _field(column, declared) for column in panel.amounts}
    if not found or None in found.values() or len(set(found.values())) < len(found):
        return None
    return found


def _field(column: Column, declared: tuple[Amount, ...]) -> Amount | None:
    title = UNIT_IN_TITLE.sub("", column.title)
    named = [field for field in declared if title in {bare(one) for one in field.titles}]
    grouped = [field for field in named if bare(field.group) in (*column.stack, "")]
    return next(iter(grouped or named), None)


def match(model: type[StatementLine], panels: list[Panel]) -> list[Fields] | None:
    """The declared columns panel by panel if the head fits the statement, else None."""
    if issubclass(model, AccountLine):
        found = _match_account(model, panels)
    elif issubclass(model, ThreePublicExpenses):
        found = _match_three_public(model, panels)
    elif issubclass(model, BasicExpenditure):
        found = [fields_of(panel, model.columns()) if panel.codes else None for panel in panels]
    else:
        found = _match_classified(model, panels)
    return found if found and None not in found else None


def _match_classified(model: type[ClassifiedLine], panels: list[Panel]) -> list[Fields | None] | None:
    if len(panels) != 1 or not (panels[0].codes or panels[0].name is not None):
        return None
    fields = fields_of(panels[0], model.columns())
    return [fields] if fields and len(fields) >= len(model.identities) else None


def _match_account(model: type[AccountLine], panels: list[Panel]) -> list[Fields | None] | None:
    if len(panels) != 2 or any(panel.codes or panel.name is None for panel in panels):
        return None
    return [
        fields_of(panel, model.columns_of(side)) if _complete(panel, model, side) else None
        for panel, side in zip(panels, (INCOME, EXPENDITURE), strict=True)
    ]


def _complete(panel: Panel, model: type[AccountLine], side: str) -> bool:
    return len(panel.amounts) == len(model.columns_of(side))


def _match_three_public(model: type[ThreePublicExpenses], panels: list[Panel]) -> list[Fields | Wide | None] | None:
    if len(panels) != 1 or panels[0].codes:
        return None
    if panels[0].name is None:
        return [_wide(model, panels[0])]
    return [fields_of(panels[0], model.columns())]


def _wide(model: type[ThreePublicExpenses], panel: Panel) -> Wide | None:
    """Each column an item and 预算数 or 决算数; all must be explained, and none twice."""
    found = Wide({column.position: _item_and_field(model, column) for column in panel.amounts})
    if None in found.values() or len(set(found.values())) < len(found) or len(found) < len(model.columns()):
        return None
    return found


def _item_and_field(model: type[ThreePublicExpenses], column: Column) -> tuple[str, Amount] | None:
    """The item that the innermost title names, within its group where it is a sum, and which of the two amounts."""
    field = next((one for one in model.columns() if set(map(bare, one.titles)) & set(column.stack)), None)
    titles = [title for title in column.stack if not field or title not in set(map(bare, field.titles))]
    names = {unnumbered(name): row.key for row in model.outline for name in row.names}
    if not field or not titles:
        return None
    inner, around = titles[-1], titles[-2] if len(titles) > 1 else ""
    key = names.get(unnumbered(around if inner in _SUBTOTALS and around in names else inner))
    return (key, field) if key else None


def fitting(panels: list[Panel], numbers: Iterable[str]) -> dict[str, list[Fields]]:
    """Those of the statements whose declaration explains the head, with the match."""
    matches = {number: match(STATEMENTS[number], panels) for number in numbers}
    return {number: found for number, found in matches.items() if found}
