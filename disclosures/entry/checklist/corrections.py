"""What a correction changes of the revision that is public: each figure and each word, with both values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import F, Value

from disclosures.entry.rows.fields import as_lines, label_of
from disclosures.publication.changes.differences import RowChange, differences, own_differences
from disclosures.publication.changes.values import precision_of, shared_start
from disclosures.statements.fields import Amount, field_of
from disclosures.statements.lines import Part, StatementLine, WithAmounts
from disclosures.statements.models import PARTS, Disclosure, Duty, StatementHead, UnitInScope

MOST = 200  # differences that are listed
NEAR = 16  # characters that are shown around words that differ
NOTHING = "空白"

Parts = Mapping[type[Part], Sequence[Part]]


@dataclass(frozen=True)
class Change:
    """One difference: in which part and row, of which field, and what either revision says there."""

    part: str
    row: str
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Correction:
    """From the public revision to this one; `note` is the unit's own word on it."""

    corrected: Disclosure
    note: str
    changes: tuple[Change, ...]

    @property
    def listed(self) -> tuple[Change, ...]:
        return self.changes[:MOST]


def parts_of_each(*disclosures: Disclosure) -> list[Parts]:
    """All parts of these revisions, in their order: at most one query for each model, however many revisions."""
    each: list[dict[type[Part], list[Part]]] = [{model: [] for model in PARTS} for _ in disclosures]
    numbers = {disclosure.pk: number for number, disclosure in enumerate(disclosures)}
    whole = (model for model in PARTS if model not in _LISTS)
    rows = (model._default_manager.filter(disclosure__in=numbers).order_by("position") for model in whole)
    for row in chain(chain.from_iterable(rows), _lists(numbers)):
        each[numbers[row.disclosure_id]][type(row)].append(row)
    return list(each)


_LISTS: dict[type[Part], str] = {Duty: "text", UnitInScope: "name"}  # parts of a few words, with the field of these


def _lists(numbers: Iterable[int]) -> Iterator[Part]:
    """The rows of these parts, in one query for all."""
    asked = [
        model._default_manager.filter(disclosure__in=numbers)
        .annotate(model=Value(model.__name__), words=F(field))
        .values_list("model", "pk", "disclosure_id", "position", "place", "words")
        .order_by()
        for model, field in _LISTS.items()
    ]
    models = {model.__name__: model for model in _LISTS}
    for name, pk, disclosure, position, place, words in asked[0].union(*asked[1:], all=True).order_by("position"):
        model: Any = models[name]
        yield model(pk=pk, disclosure_id=disclosure, position=position, place=place, **{_LISTS[model]: words})


def correction_of(corrected: Disclosure, old: Parts, disclosure: Disclosure, new: Parts) -> Correction:
    """What `disclosure` changes of `corrected`; nothing is fetched."""
    sides = _Side(corrected, old), _Side(disclosure, new)
    own = (_own(name, corrected, disclosure) for name in own_differences(corrected, disclosure))
    rows = (
        change
        for model, changed in differences(old, new).items()
        for row in changed
        for change in _changes(model, row, *sides)
    )
    return Correction(corrected, disclosure.change_note.strip(), tuple(chain(own, rows)))


def _own(name: str, old: Disclosure, new: Disclosure) -> Change:
    before, after = (str(getattr(one, name) or NOTHING) for one in (old, new))
    return Change("封面和日期", "", str(field_of(Disclosure, name).verbose_name), before, after)


@dataclass(frozen=True)
class _Side:
    """One of the two revisions, for telling what its rows say."""

    disclosure: Disclosure
    parts: Parts

    def text(self, row: Any, name: str) -> str:
        """What a field says, as it is printed."""
        field = field_of(type(row), name)
        if isinstance(field, Amount):
            return row.text(name, self._precision(row)) or NOTHING
        value = field.value_from_object(row)
        if isinstance(value, bool):
            return "是" if value else "否"
        return (as_lines(value) if isinstance(value, dict) else str(value or "")) or NOTHING

    def whole(self, row: Any) -> str:
        """A row in a line: its figures under their titles, or its words."""
        if not isinstance(row, WithAmounts):
            return str(getattr(row, "definition", "") or row)
        columns = (column for column in row.columns() if getattr(row, column.name) is not None)
        return "，".join(f"{label_of(column)} {self.text(row, column.name)}" for column in columns) or "没有数"

    def _precision(self, row: Any) -> Any:
        heads: Any = self.parts[StatementHead]
        return precision_of(row, self.disclosure, heads)


def _changes(model: type[Part], row: RowChange, old: _Side, new: _Side) -> Iterator[Change]:
    part = str(model._meta.verbose_name)
    if row.old is None or row.new is None:
        before = old.whole(row.old) if row.old else "没有这一行"
        after = new.whole(row.new) if row.new else "删去这一行"
        yield Change(part, _name(row.old or row.new), "", before, after)
        return
    for name in row.fields:
        before, after = _apart(old.text(row.old, name), new.text(row.new, name))
        yield Change(part, _name(row.new), label_of(field_of(model, name)), before, after)


def _name(row: Any) -> str:
    """What to call the row within its part; words speak for themselves."""
    if isinstance(row, StatementLine):
        code = getattr(row, "code", "")
        return f"{code if code.isdigit() else ''} {row.name or row.printed_name}".strip()
    return getattr(row, "name", "")


def _apart(old: str, new: str) -> tuple[str, str]:
    """Both, without most of what long texts begin and end with in common."""
    if max(len(old), len(new)) < 4 * NEAR:
        return old, new
    head = shared_start(old, new)
    tail = shared_start(old[head:][::-1], new[head:][::-1])
    start, keep = max(0, head - NEAR), max(0, tail - NEAR)
    return _cut(old, start, keep), _cut(new, start, keep)


def _cut(text: str, start: int, keep: int) -> str:
    """Without so many characters at either end, which is marked."""
    return f"{'…' if start else ''}{text[start : len(text) - keep]}{'…' if keep else ''}"
