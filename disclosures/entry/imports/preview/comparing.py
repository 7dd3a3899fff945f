"""Each piece of a file beside the same one of the draft: whether it was read, and every difference with both values."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from disclosures.entry.imports.preview.editions import COVER, OF_FORMS, TEXTS, Edition
from disclosures.publication.changes.differences import RowChange, differences
from disclosures.publication.changes.values import Difference, Value, apart, label_of, summary_of, text_of, title_of
from disclosures.statements.fields import field_of
from disclosures.statements.lines import Part, StatementLine, WithAmounts
from disclosures.statements.models import PARTS, Disclosure, PerformanceForm, StatementHead, statements_in

BLANK = "空白"


@dataclass(frozen=True)
class Piece:
    """What can be taken by itself; `changes` are the rows that differ, `entries` what is told of them.

    `key` is how the page and the form call it, `name` how the editions do: a form has its name.
    """

    key: str
    name: str
    title: str
    short: str
    is_read: bool
    is_stored: bool
    changes: tuple[RowChange, ...] = ()
    entries: tuple[Difference, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether taking it changes what is stored."""
        return self.is_read and (not self.is_stored or bool(self.entries))

    @property
    def state(self) -> str:
        """How the file stands to what is stored, in a few words."""
        if not self.is_read:
            return "未读到" if self.is_stored else "未读到，草稿里也没有"
        if not self.is_stored:
            return "草稿里还没有"
        return f"有 {len(self.entries)} 处不同" if self.entries else "一致"


def pieces_of(read: Edition, stored: Edition | None) -> list[Piece]:
    """All that the document of that year can have, with what the draft has besides."""
    changes = _changes_by_piece(read, stored) if stored else {}
    return [_piece(key, name, title, short, read, stored, changes) for key, name, title, short in _names(read, stored)]


def summary_in(pieces: list[Piece]) -> str:
    """“01 一致 · 03 有 4 处不同 · 08 未读到”: the tables, and what else is on either side."""
    worth_telling = (piece for piece in pieces if piece.is_read or piece.is_stored or piece.key.isdigit())
    return " · ".join(f"{piece.short} {piece.state}" for piece in worth_telling)


def _names(read: Edition, stored: Edition | None) -> Iterator[tuple[str, str, str, str]]:
    for number, model in statements_in(read.disclosure.year).items():
        yield number, number, f"公开{number}表 {model.title_in(read.disclosure.year)}", number
    names = list(dict.fromkeys([*read.forms, *(stored.forms if stored else ())]))
    for position, name in enumerate(names, start=1):
        form: Any = (read.forms.get(name) or stored.forms[name]) if stored else read.forms[name]
        yield f"form-{position}", name, f"{form.form.get_kind_display()}：{name}", f"自评表 {position}"
    for key, part in TEXTS.items():
        title = str(part._meta.verbose_name)
        yield key, key, title, title


def _piece(key, name, title, short, read: Edition, stored: Edition | None, changes: dict) -> Piece:
    is_read, is_stored = read.has(name), bool(stored and stored.has(name))
    if not (stored and is_read and is_stored):
        return Piece(key, name, title, short, is_read, is_stored)
    rows = tuple(changes.get(name, ()))
    entries = [entry for change in rows for entry in _entries(key, change, stored, read)]
    if name == "text":
        entries = [*_cover(stored.disclosure, read.disclosure), *entries]
    return Piece(key, name, title, short, is_read, is_stored, rows, tuple(entries))


def _changes_by_piece(read: Edition, stored: Edition) -> dict[str, list[RowChange]]:
    names = {id(form.form): name for side in (stored, read) for name, form in side.forms.items()}
    owners = {form.form.pk: form.form for side in (stored, read) for form in side.forms.values()}
    texts = {model: key for key, model in TEXTS.items()}
    changes: dict[str, list[RowChange]] = defaultdict(list)
    parts = [{model: side.parts.get(model, []) for model in PARTS} for side in (stored, read)]
    for model, rows in differences(*parts).items():
        for change in rows:
            row: Any = change.new or change.old
            if model in texts:
                changes[texts[model]].append(change)
            elif model in OF_FORMS:
                form = row if model is PerformanceForm else owners[row.form_id]
                changes[names[id(form)]].append(change)
            else:
                changes[row.number].append(change)
    return changes


def _cover(old: Disclosure, new: Disclosure) -> Iterator[Difference]:
    for name in COVER:
        before, after = getattr(old, name), getattr(new, name)
        if after and before != after:
            title = title_of(field_of(Disclosure, name))
            yield Difference("", title, *apart(Value(before or BLANK), Value(after)))


def _entries(piece: str, change: RowChange, old: Edition, new: Edition) -> Iterator[Difference]:
    label = label_of(change.new or change.old)
    if not (change.old and change.new):
        yield Difference(label, "", _whole(old, change.old), _whole(new, change.new, anchor_of(piece, change)))
    for name in change.fields:
        row: Any = change.new
        title = title_of(field_of(type(row), name))
        is_figure = isinstance(row, WithAmounts) and name in row.amounts
        before = Value(_text(old, change.old, name))
        after = Value(_text(new, row, name), anchor_of(piece, change, name if is_figure else ""))
        yield Difference(label, title, *((before, after) if is_figure else apart(before, after)), is_figure)


def _text(side: Edition, row: Any, name: str) -> str:
    return text_of(row, name, side.precision_of(row)) or BLANK


def _whole(side: Edition, row: Part | None, href: str = "") -> Value | None:
    return Value(summary_of(row, side.precision_of(row)), href) if row else None


def anchor_of(piece: str, change: RowChange, column: str = "") -> str:
    """Where the preview shows the row that was read, or its figure in that column."""
    row: Any = change.new
    if row is None:
        return ""
    if not isinstance(row, StatementLine):
        return f"#part-{piece}" if isinstance(row, StatementHead | PerformanceForm) else f"#{row_anchor(row)}"
    cell = f".{row.column(column).number_on(getattr(row, 'side', '')) or column}" if column else ""
    return f"#{table_anchor(piece, change.key)}{cell}"


def row_anchor(row: Any) -> str:
    """What the preview calls a row of the text or of a form: the first letter of its kind, as pages have it."""
    letters = {"paragraph": "p", "duty": "d", "unitinscope": "u", "term": "w"}
    letters |= {"performancetask": "t", "performanceindicator": "i"}
    return f"{letters[row._meta.model_name]}{row.position}"


def table_anchor(number: str, key: str) -> str:
    """What the preview, which has all tables on one page, calls a row of one of them."""
    return f"table-{number}-{key}"
