"""A ministry's list beside what is known: names of that year begin or go on, and each change is told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import transaction

from disclosures.classification.codes import parent_of
from disclosures.classification.loading import write
from disclosures.classification.ministry.reading import ListedCode, UnfitListError
from disclosures.classification.models import Code
from disclosures.classification.names import plain_name
from disclosures.classification.official import CONFIRMED
from disclosures.classification.signals import lists_changed

SHOWN = 20  # codes that are named one by one


@dataclass
class ListChanges:
    """What the list says that was not known before; `left_out` are known codes that it does not have."""

    year: int
    same: int = 0
    added: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def sentences(self) -> Iterator[str]:
        """The changes for whoever loaded it, counted and then one by one."""
        yield f"{self.year} 年科目表：新增 {len(self.added)} 个，改名 {len(self.renamed)} 个，相同 {self.same} 个。"
        yield from self._named("新增", self.added)
        yield from self._named("改名", self.renamed)
        yield from self._named("清单里没有、照旧保留的", self.left_out)

    @staticmethod
    def _named(title: str, changes: list[str]) -> Iterator[str]:
        if changes:
            more = f"等 {len(changes)} 个" if len(changes) > SHOWN else ""
            yield f"{title}：{'；'.join(changes[:SHOWN])}{more}。"


@transaction.atomic
def load_list(listed: Iterable[ListedCode], year: int) -> ListChanges:
    """Take over the names of that year; what was known of other years stays. A few statements, however long it is."""
    listed = list(listed)
    known: dict[tuple[str, str], list[Code]] = defaultdict(list)
    for row in Code.objects.modern().filter(scheme__in={row.scheme for row in listed}):
        known[row.scheme, row.code].append(row)
    _refuse_orphans(listed, known)
    changes, rows = ListChanges(year), []
    for row in listed:
        rows += _rows_for(row, year, known.get((row.scheme, row.code), []), changes)
    wanted = {(row.scheme, row.code) for row in listed}
    changes.left_out = [str(_in(year, names)) for key, names in known.items() if key not in wanted and _in(year, names)]
    write(Code, rows)
    lists_changed.send(sender=ListChanges)
    return changes


def _refuse_orphans(listed: list[ListedCode], known: dict[tuple[str, str], list[Code]]) -> None:
    there = {*known, *((row.scheme, row.code) for row in listed)}
    for row in listed:
        parent = parent_of(row.code)
        if parent and (row.scheme, parent) not in there:
            raise UnfitListError(f"{row.code} {row.name} 的上级 {parent} 不在清单里，本站也没有；没有载入。")


def _in(year: int, names: list[Code]) -> Code | None:
    """The name that holds in that year, the one that began last."""
    holding = [row for row in names if (row.first_year or year) <= year <= (row.last_year or year)]
    return max(holding, key=lambda row: row.first_year or 0, default=None)


def _rows_for(row: ListedCode, year: int, names: list[Code], changes: ListChanges) -> list[tuple[Code, dict]]:
    """What becomes of the code: rows with the fields that they get."""
    now = _in(year, names)
    fields = {"name": row.name, "status": CONFIRMED, "listed_in": year}
    if now and plain_name(now.name) == plain_name(row.name):
        changes.same += 1
        return [(now, fields | {"name": now.name, "years_seen": _with_year(now.years_seen, year)})]
    fields |= {"years_seen": str(year)}
    if now is None:
        changes.added.append(f"{row.code} {row.name}")
        later = min((name.first_year for name in names if name.first_year and name.first_year > year), default=None)
        bounds = {"first_year": year if names else None, "last_year": later - 1 if later else None}
        return [(Code(), fields | bounds | {"scheme": row.scheme, "code": row.code})]
    changes.renamed.append(f"{row.code} “{now.name}”改为“{row.name}”")
    if now.first_year == year:
        return [(now, fields)]
    begun = fields | {"scheme": row.scheme, "code": row.code, "first_year": year, "last_year": now.last_year}
    return [(now, {"last_year": year - 1, "listed_in": year}), (Code(), begun)]


def _with_year(years: str, year: int) -> str:
    return "/".join(sorted({*filter(None, years.split("/")), str(year)}))
