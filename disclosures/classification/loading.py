"""The lists of `fixtures/` into the database: what is there is compared and only what differs is written."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field

from django.db import models

from disclosures.audit.models import Kind
from disclosures.audit.recording import changed, note, told_as
from disclosures.audit.values import state_of
from disclosures.classification.models import Code, Region, RegionChange
from disclosures.classification.official import (
    OfficialCode,
    OfficialRegion,
    former_codes,
    official_codes,
    official_region_changes,
    official_regions,
)
from disclosures.classification.signals import lists_changed

BATCH = 500  # rows of one statement: SQLite takes a limited number of values


@dataclass(frozen=True)
class LoadedList:
    """How many rows the list has, what of it was new or differed, and names that staff chose and keep."""

    title: str
    count: int
    added: int
    changed: int
    kept: list[str] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        return f"{self.title} {self.count} 个：新增 {self.added} 个，更新 {self.changed} 个。"


def load_lists() -> list[LoadedList]:
    """All lists, so that a change finds its regions."""
    lists = [
        _load_codes("科目", official_codes()),
        _load_codes("以前的科目", former_codes()),
        load_regions(official_regions().values()),
        _load_changes(),
    ]
    if any(loaded.added or loaded.changed for loaded in lists):
        lists_changed.send(sender=LoadedList)
    return lists


def load_regions(wanted: Iterable[OfficialRegion]) -> LoadedList:
    """Regions with their parents among them; a name that differs from the one last loaded is the staff's and stays."""
    wanted = list(wanted)
    there = Region.objects.in_bulk([official.code for official in wanted])
    kept = []
    for official in wanted:
        region = there.get(official.code)
        if region and region.name not in (region.listed_name, official.name):
            kept.append(f"{region.code} 在后台叫“{region.name}”，清单里叫“{official.name}”；名称未改。")
    rows = [
        (there.get(official.code, Region(code=official.code)), _fields_of(official, there.get(official.code)))
        for official in wanted
    ]
    return LoadedList("行政区划", len(rows), *write(Region, rows), kept)


def load_missing(code: str) -> None:
    """A region of the list and those that it lies in, where they are not in the database."""
    chain = []
    while code:
        chain.append(official_regions()[code])
        code = chain[-1].parent
    there = set(Region.objects.filter(code__in=[region.code for region in chain]).values_list("code", flat=True))
    load_regions(region for region in reversed(chain) if region.code not in there)


def _fields_of(official: OfficialRegion, region: Region | None) -> dict:
    fields = asdict(official)
    fields["parent_id"] = fields.pop("parent") or None
    fields["listed_name"] = official.name
    if region and region.name != region.listed_name:
        fields["name"] = region.name
    return fields


def _load_codes(title: str, codes: Iterable[OfficialCode]) -> LoadedList:
    """What a list of the ministry has said of a code stays."""
    there = {(row.scheme, row.code, row.first_year): row for row in Code.objects.all()}
    decided = {(scheme, code) for (scheme, code, _), row in there.items() if row.listed_in}
    rows = [
        (there.get((official.scheme, official.code, official.first_year), Code()), asdict(official))
        for official in codes
        if official.is_historical or (official.scheme, official.code) not in decided
    ]
    return LoadedList(title, len(rows), *write(Code, rows))


def _load_changes() -> LoadedList:
    there = {(row.old_id, row.new_id): row for row in RegionChange.objects.all()}
    rows = []
    for change in official_region_changes():
        fields = {
            "year": change.year,
            "old_id": change.old,
            "new_id": change.new,
            "kind": change.kind,
            "document": change.document,
        }
        rows.append((there.get((change.old, change.new), RegionChange()), fields))
    return LoadedList("区划变更", len(rows), *write(RegionChange, rows))


def write(model: type[models.Model], rows: Sequence[tuple[models.Model, dict]]) -> tuple[int, int]:
    """Give each row its fields; how many are new and how many differed."""
    differing = [(row, fields) for row, fields in rows if _differs(row, fields)]
    before = {row.pk: state_of(row) for row, _ in differing if not row._state.adding}
    for row, fields in differing:
        for name, value in fields.items():
            setattr(row, name, value)
    new = [row for row, _ in differing if row._state.adding]
    old = [row for row, _ in differing if not row._state.adding]
    model._default_manager.bulk_create(new, batch_size=BATCH)
    if new:  # row by row they stand in the list, which comes with the program
        note(Kind.ADDED, f"从清单载入 {len(new)} 个", model=model._meta.label_lower)
    if old:
        names = [field.name for field in model._meta.concrete_fields if not field.primary_key]
        model._default_manager.bulk_update(old, names, batch_size=BATCH)
        with told_as("从清单更新"):
            changed(old, before)
    return len(new), len(old)


def _differs(row: models.Model, fields: dict) -> bool:
    return row._state.adding or any(getattr(row, name) != value for name, value in fields.items())
