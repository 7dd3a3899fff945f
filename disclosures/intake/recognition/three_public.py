"""The heads of table 07: items as rows or as columns, with last year beside them, with further items."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from disclosures.documents.items import Grid
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.fields import SUMS, Beside, Crossed, Fields, Items, Wide, field_titled, fields_of
from disclosures.intake.recognition.heads import Column, Panel
from disclosures.intake.recognition.local import is_further_column, is_further_item, undated, year_in
from disclosures.intake.wording import bare, unnumbered
from disclosures.statements.editions import lasting
from disclosures.statements.fields import Amount
from disclosures.statements.models import ThreePublicExpenses

Found = TypeVar("Found", bound=Items)


def match_three_public(panels: list[Panel]) -> list[Fields | None] | None:
    """The form with items as rows, as columns of two amounts each, or as columns with a row for each amount."""
    if len(panels) != 1 or panels[0].codes:
        return None
    (panel,) = panels
    if panel.name is None:
        return [_wide(panel)]
    return [fields_of(panel, ThreePublicExpenses.columns()) or _beside(panel) or _crossed(panel)]


def check_years(all_fields: Iterable[Fields], grid: Grid, year: int | None, ledger: Ledger) -> None:
    """The columns that are read must be of the year of the accounts, and those beside them of another one."""
    for fields in all_fields:
        if not year or not isinstance(fields, Beside):
            continue
        if fields.year not in (year, None) or year in fields.other_years:
            printed = "、".join(
                str(printed_year) for printed_year in sorted({fields.year or year, *fields.other_years})
            )
            message = f"这是 {year} 年度的决算，各栏印的年度是 {printed}，分不清哪一栏是本年。"
            ledger.fatal(grid, message)


def _beside(panel: Panel) -> Beside | None:
    """The columns of this year among others. It is the newest that is printed; None where both amounts are not its."""
    plain = {column: _plain(column) for column in panel.amounts}
    years = {column: next(filter(None, map(year_in, column.stack)), None) for column in plain}
    newest = max(filter(None, years.values()), default=None)
    undated_fields = {plain[column] for column in plain if not years[column]} - {None}
    dated_fields = {plain[column] for column in plain if years[column] == newest} - {None}
    if undated_fields & dated_fields and newest:
        newest = None  # what bears no year is this year's, and what does is not
    fields = Beside()
    for column, field in plain.items():
        if any(map(is_further_column, column.stack)) or years[column] not in (newest, None):
            fields.further = (*fields.further, column)
        elif field and field not in fields.values():
            fields[column.position] = field
        else:
            return None
    fields.year, fields.other_years = newest, frozenset(filter(None, years.values())) - {newest}
    return fields if set(fields.values()) == set(ThreePublicExpenses.columns()) else None


def _plain(column: Column) -> Amount | None:
    """The declared column that the title names apart from its year."""
    return field_titled(replace(column, stack=tuple(map(undated, column.stack))), ThreePublicExpenses.columns())


def _crossed(panel: Panel) -> Crossed | None:
    """Items as columns; what the rows are, their names say."""
    return _items(Crossed(), panel, lambda column: _item(column.stack))


def _wide(panel: Panel) -> Wide | None:
    """Each column an item and 预算数 or 决算数; all must be explained, and none twice."""
    items = _items(Wide(), panel, _item_and_field)
    return items if items and len(items) >= len(lasting(ThreePublicExpenses.columns())) else None


def _items(items: Found, panel: Panel, meaning) -> Found | None:
    for column in panel.amounts:
        said = meaning(column)
        if said and said not in items.values():
            items[column.position] = said
        elif not said and any(map(is_further_item, column.stack)):
            items.further = (*items.further, column)
        else:
            return None
    return items or None


def _item_and_field(column: Column) -> tuple[str, Amount] | None:
    """The item that the innermost title names, within its group where it is a sum, and which of the two amounts."""
    declared = ThreePublicExpenses.columns()
    field = next((field for field in declared if set(map(bare, field.titles)) & set(column.stack)), None)
    if not field:
        return None
    key = _item(tuple(title for title in column.stack if title not in set(map(bare, field.titles))))
    return (key, field) if key else None


def _item(titles: tuple[str, ...]) -> str | None:
    """The item that the innermost of the titles names, or the one around it where that is a sum."""
    if not titles:
        return None
    names = {unnumbered(name): row.key for row in ThreePublicExpenses.outline for name in row.names}
    inner, around = titles[-1], titles[-2] if len(titles) > 1 else ""
    return names.get(unnumbered(around if inner in SUMS and unnumbered(around) in names else inner))
