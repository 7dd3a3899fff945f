"""The page that lists what changed from one revision to another, both values with links to where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.pages.changes.sides import Side
from disclosures.publication.changes.differences import RowChange, differences, own_differences
from disclosures.publication.changes.values import Difference, Value, apart, label_of, title_of
from disclosures.publication.current import PLACE, public_revision
from disclosures.publication.parts import all_parts
from disclosures.publication.steps import PUBLIC
from disclosures.statements.fields import field_of
from disclosures.statements.lines import Part, WithAmounts
from disclosures.statements.models import Disclosure, State

BLANK = gettext_lazy("空白")
OWN = gettext_lazy("封面和日期")


@dataclass(frozen=True)
class PartChanges:
    """The differences of one part of the document."""

    title: str
    entries: tuple[Difference, ...]


@dataclass(frozen=True)
class Changes:
    """From `old` to `new`; `note` is the unit's own word on the correction."""

    old: Disclosure
    new: Disclosure
    old_href: str
    new_href: str
    note: str
    groups: tuple[PartChanges, ...]

    @property
    def count(self) -> int:
        """How many differences there are in all."""
        return sum(len(group.entries) for group in self.groups)

    @property
    def figures(self) -> tuple[Difference, ...]:
        """The differences between figures of tables."""
        return tuple(entry for group in self.groups for entry in group.entries if entry.is_figure)


def counterpart_of(disclosure: Disclosure) -> Disclosure | None:
    """What a revision is compared with, in one query: the current one; of the current one itself, the one before."""
    unit = disclosure.unit
    if disclosure.state != State.PUBLISHED:
        return public_revision(unit.region_id, unit.code, disclosure.year)
    if disclosure.revision == 1:
        return None
    earlier = Disclosure.objects.filter(unit=unit, year=disclosure.year, state__in=PUBLIC)
    return earlier.filter(revision__lt=disclosure.revision).order_by("-revision").select_related(PLACE).first()


def changes_of(disclosure: Disclosure) -> Changes | None:
    """What changed since the revision, or what the current one changed; None where there is nothing to compare.

    Two queries for each part of a document, whatever changed.
    """
    other = counterpart_of(disclosure)
    if other is None:
        return None
    old, new = sorted((disclosure, other), key=lambda revision: revision.revision)
    sides = [Side(revision, all_parts(revision), links.pinned(revision)) for revision in (old, new)]
    changed = differences(*(side.parts for side in sides))
    groups = [
        PartChanges(str(OWN), tuple(_own(*sides))),
        *(_group(model, rows, *sides) for model, rows in changed.items()),
    ]
    return Changes(
        old, new, sides[0].links.front(), sides[1].links.front(), new.change_note, tuple(g for g in groups if g.entries)
    )


def _own(old: Side, new: Side) -> Iterator[Difference]:
    for name in own_differences(old.disclosure, new.disclosure):
        field = field_of(Disclosure, name)
        before, after = (Value(_own_text(side, name), side.links.front()) for side in (old, new))
        yield Difference("", title_of(field), before, after)
    if old.disclosure.source_id != new.disclosure.source_id:
        yield Difference("", _("原公开文件"), _source(old), _source(new))


def _own_text(side: Side, name: str) -> str:
    value = getattr(side.disclosure, name)
    return str(BLANK) if value in ("", None) else str(value)


def _source(side: Side) -> Value:
    return Value(_("看文件"), side.links.source()) if side.disclosure.source_id else Value(_("没有"))


def _group(model: type[Part], rows: tuple[RowChange, ...], old: Side, new: Side) -> PartChanges:
    title = str(model._meta.verbose_name)
    return PartChanges(title, tuple(entry for row in rows for entry in _entries(row, old, new)))


def _entries(row: RowChange, old: Side, new: Side) -> Iterator[Difference]:
    label = label_of(row.new or row.old)
    if not (row.old and row.new):
        yield Difference(label, "", _whole(old, row.old, row.key), _whole(new, row.new, row.key))
    for name in row.fields:
        field = title_of(field_of(type(row.new), name))
        is_figure = isinstance(row.new, WithAmounts) and name in row.new.amounts
        before, after = _value(old, row.old, row.key, name), _value(new, row.new, row.key, name)
        yield Difference(label, field, *((before, after) if is_figure else apart(before, after)), is_figure)


def _value(side: Side, row: Part, key: str, name: str) -> Value:
    return Value(side.text(row, name) or str(BLANK), side.href(row, key, name))


def _whole(side: Side, row: Part | None, key: str) -> Value | None:
    return Value(side.summary(row), side.href(row, key)) if row else None
