"""Which statement a table is: its title and head decide, the printed number confirms."""

from dataclasses import dataclass

from disclosures.amounts import AmountUnit
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Block, Row
from disclosures.intake.recognition.captions import Caption
from disclosures.intake.recognition.fields import Fields, LocalFields
from disclosures.intake.recognition.heads import Panel, columns_of, panels_of, split_head
from disclosures.intake.recognition.local import keep_table
from disclosures.intake.recognition.matching import fitting
from disclosures.intake.wording import UNIT_IN_TITLE, bare
from disclosures.statements.editions import NEWEST
from disclosures.statements.form_rows import FormRow
from disclosures.statements.models import STATEMENTS, statements_in
from disclosures.statements.terms import span_of_tables


@dataclass(frozen=True)
class Recognised:
    """A table known for a statement: its caption, panels with their declared columns, and the rows below the head."""

    number: str
    block: Block
    caption: Caption
    head: list[Row]
    panels: list[Panel]
    fields: list[Fields]
    rows: list[Row]

    def form_rows(self, side: str) -> tuple[FormRow, ...]:
        """The rows that the form prints on that side in the year of the caption; of today's form without one."""
        rows = STATEMENTS[self.number].form_rows(self.caption.year or NEWEST)
        return tuple(row for row in rows if row.side == side)

    @property
    def amount_unit(self) -> AmountUnit | None:
        """The unit that the caption states, else the titles of the columns."""
        titles = (bare(cell.text) for row in self.head for cell in row if cell)
        stated = (match[1] for title in titles if (match := UNIT_IN_TITLE.search(title)))
        return self.caption.amount_unit or next(map(AmountUnit, stated), None)


def recognise(block: Block, caption: Caption, ledger: Ledger) -> Recognised | None:
    """The statement, or None with a problem that says what was looked for."""
    head, rows = split_head(block.rows)
    panels = panels_of(columns_of(head))
    matches = fitting(panels, (caption.titled,) if caption.titled else statements_in(caption.year))
    number = _number(block, caption, matches, ledger)
    if not number:
        return None
    if caption.number and caption.number != number:
        message = (
            f"表上印的是公开{caption.number}表，标题和表头是公开{number}表《{STATEMENTS[number].title}》，按后者读入。"
        )
        ledger.warn(block.grid, message)
    for row in head:
        ledger.use(*(cell for cell in row if cell))
    _check_numbers(panels, matches[number], head, caption.year, ledger)
    ledger.use(*block.caption, *block.notes)
    return Recognised(number, block, caption, head, panels, matches[number], rows)


def goes_on(table: Recognised, block: Block, caption: Caption, ledger: Ledger) -> bool:
    """Whether a grid goes on with a table above; then its rows and notes belong to it.

    It has no caption, or one that says so and names no other table, or the same title above codes that follow. Notes
    end a table, unless its caption comes again. What goes on has the same head again, or its first rows, or none, and
    is as wide.
    """
    other = caption.titled not in ("", table.number) or caption.number not in ("", table.number)
    head, rows = split_head(block.rows)
    says_so = caption.goes_on or (caption.titled == table.number and _codes_follow(table, rows))
    if block.caption and (not says_so or other or caption.other_title):
        return False
    again, first = [_texts(row) for row in head], [_texts(row) for row in table.head]
    width = max(map(len, block.rows))
    if (
        (table.block.notes and not says_so)
        or again != first[: len(again)]
        or width != max(map(len, (*table.head, *table.rows)))
    ):
        return False
    for row in head:
        ledger.use(*(cell for cell in row if cell))
    ledger.use(*block.caption, *block.notes)
    table.rows.extend(rows)
    table.block.notes.extend(block.notes)
    return True


def _codes_follow(table: Recognised, rows: list[Row]) -> bool:
    """Whether every row has a code, in one column, and the first comes after the last one of the table above."""
    if len(table.panels) != 1 or len(table.panels[0].codes) != 1:
        return False
    (position,) = table.panels[0].codes
    above, below = (
        [bare(row[position].text) if position < len(row) else "" for row in part if any(row)]
        for part in (table.rows, rows)
    )
    if not above or not below or not all(code.isascii() and code.isdigit() for code in below):
        return False
    return above[-1].isdigit() and below[0] > above[-1]


def _texts(row: Row) -> list[str]:
    return [bare(cell.text) for cell in row]


def _number(block: Block, caption: Caption, matches: dict, ledger: Ledger) -> str:
    if caption.titled:
        if caption.titled in matches:
            return caption.titled
        expected = "、".join(column.title for column in STATEMENTS[caption.titled].columns(caption.year))
        ledger.fatal(block.grid, f"标题是《{caption.title}》，但表头对不上：应当有 {expected}。")
        return ""
    if caption.other_title:
        keep_table(caption.other_title, block, ledger)
        return ""
    if caption.number in matches:
        return caption.number
    matches = {number: fields for number, fields in matches.items() if not _needs_title(fields)}
    if len(matches) > 1:
        names = "和".join(f"公开{number}表《{STATEMENTS[number].title}》" for number in matches)
        ledger.fatal(block.grid, f"没有标题，表头同时符合{names}，不能确定是哪一张。")
        return ""
    if not matches:
        ledger.warn(block.grid, f"不是{span_of_tables()}，也不是绩效自评表，整张表保留为未读。")
    return next(iter(matches), "")


def _needs_title(fields: list[Fields]) -> bool:
    return any(isinstance(panel_fields, LocalFields) and panel_fields.needs_title for panel_fields in fields)


def _check_numbers(
    panels: list[Panel], fields: list[Fields], head: list[Row], year: int | None, ledger: Ledger
) -> None:
    """Titles decide; printed 栏次 that stand in other columns than their titles are a repair."""
    if any(isinstance(panel_fields, LocalFields) for panel_fields in fields):
        return  # not the columns of the form, so that their 栏次 are others
    pairs = [
        (column, panel_fields[column.position])
        for panel, panel_fields in zip(panels, fields, strict=True)
        for column in panel.amounts
    ]
    printed = [column.number for column, _ in pairs]
    declared = [field.number_on(field.side, year) for _, field in pairs]
    if any(printed) and all(declared) and any(n not in (None, m) for n, m in zip(printed, declared, strict=True)):
        row = next(row for row in reversed(head) if any(cell.text.strip().isdigit() for cell in row))
        before = " ".join(str(number or "空") for number in printed)
        ledger.repair(
            next(cell for cell in row if cell), before, " ".join(map(str, declared)), "栏次与标题错开，按标题读入"
        )
