"""The pieces that were read as pages show them, with what the draft holds beside each figure that differs."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from disclosures.entry.imports.preview.comparing import BLANK, Piece, row_anchor, table_anchor
from disclosures.entry.imports.preview.editions import TEXTS, Edition
from disclosures.publication.changes.values import Value, apart, figures_of
from disclosures.statements.lines import StatementLine
from disclosures.statements.models import Chapter
from disclosures.tables.panel_table import PanelTable, bare_panel
from disclosures.tables.performance.forms import FormPage, head_of, page_of
from disclosures.tables.rows import Row
from disclosures.tables.selection import Extent, Selection
from disclosures.tables.showing import tabulate
from disclosures.tables.table import Table


@dataclass(frozen=True)
class Stored:
    """What the draft holds beside a table that was read."""

    cells: Mapping[str, str] = field(default_factory=dict)
    gone: Collection[str] = ()
    element: str = "del"
    words: str = "草稿里是"
    lacks: str = "草稿里没有这一行"


@dataclass(frozen=True)
class Words:
    """A heading, paragraph or item: the draft's words where they differ, the file's, and whether it is new."""

    anchor: str
    text: str
    level: int = 0
    chapter: str = ""  # where a chapter begins
    before: Value | None = None
    after: Value | None = None
    is_new: bool = False


@dataclass(frozen=True)
class Shown:
    """A piece with what was read of it: a table, a form, or words; none of them where it was not read."""

    piece: Piece
    table: Table | None = None
    panels: tuple[PanelTable, ...] = ()
    stored: Stored | None = None
    form: FormPage | None = None
    words: tuple[Words, ...] = ()


def shown(piece: Piece, read: Edition, stored: Edition | None) -> Shown:
    """No query."""
    if not piece.is_read:
        return Shown(piece)
    if piece.name in TEXTS:
        return Shown(piece, words=tuple(_words(piece, read.parts[TEXTS[piece.name]])))
    if piece.name in read.forms:
        return Shown(piece, form=_form(piece, read))
    table = _anchored(tabulate(read.loaded.table(piece.name), Selection(columns=Extent.ALL)))
    beside = _beside(piece, table, stored) if stored and piece.is_stored else None
    return Shown(piece, table, tuple(bare_panel(panel, beside) for panel in table.panels), beside)


def _form(piece: Piece, read: Edition) -> FormPage:
    form, precision = read.forms[piece.name], read.disclosure.precision
    head = head_of(form.form.position, "", form.form, precision, len(form.indicators))
    return page_of(head, form.form, form.tasks, form.indicators, precision, lambda place: "")


# ---------------------------------------------------------------------------------------------------------------------
# Tables
# ---------------------------------------------------------------------------------------------------------------------


def _anchored(table: Table) -> Table:
    """With addresses that say which table they are in, as all stand on one page."""
    panels = (replace(panel, rows=_rows(table.number, panel.rows)) for panel in table.panels)
    return replace(table, panels=tuple(panels), foot=_rows(table.number, table.foot))


def _rows(number: str, rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(
        replace(
            row,
            key=table_anchor(number, row.key),
            cells=tuple(replace(cell, anchor=table_anchor(number, cell.anchor)) for cell in row.cells),
        )
        for row in rows
    )


def _beside(piece: Piece, table: Table, stored: Edition) -> Stored:
    precision = stored.loaded.precision(piece.name)
    changed = (change for change in piece.changes if change.old and change.new)
    cells = {
        table_anchor(table.number, anchor): text or BLANK
        for change in changed
        if isinstance(change.old, StatementLine)
        for anchor, text in figures_of(change, change.old, precision, table.unit)
    }
    new = {table_anchor(table.number, change.key) for change in piece.changes if change.new and not change.old}
    return Stored(cells, new)


# ---------------------------------------------------------------------------------------------------------------------
# Words
# ---------------------------------------------------------------------------------------------------------------------


def _words(piece: Piece, rows: Iterable[Any]) -> Iterable[Words]:
    changes = {id(change.new): change for change in piece.changes if change.new}
    chapter = ""
    for row in rows:
        label = Chapter(row.chapter).label if hasattr(row, "chapter") else ""
        change = changes.get(id(row))
        old = change.old if change else None
        before, after = apart(Value(_text(old)), Value(_text(row))) if old else (None, None)
        yield Words(
            anchor=row_anchor(row),
            text=_text(row),
            level=getattr(row, "level", 0),
            chapter=label if label != chapter else "",
            before=before,
            after=after,
            is_new=bool(change and not old),
        )
        chapter = label


def _text(row: Any) -> str:
    definition = getattr(row, "definition", "")
    return f"{row.name}：{definition}" if definition else str(getattr(row, "text", "") or row.name)
