"""The names that a unit prints are made anew with every step that changes what is current of it."""

from collections import defaultdict
from collections.abc import Iterator

from disclosures.classification.codes import is_code
from disclosures.classification.names import told_name
from disclosures.publication.evidence.models import PrintedName
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.models import STATEMENTS, State, Unit

LONGEST = 200  # characters, as of the printed name; without its ligatures it may be longer

Key = tuple[str, str, str]  # scheme, code, name
_TABLES = tuple(model for model in STATEMENTS.values() if issubclass(model, ClassifiedLine))


def printed_names(unit: Unit) -> Iterator[PrintedName]:
    """What its current disclosures print, unsaved; nothing of a made-up unit. One query for each table."""
    years: dict[Key, set[int]] = defaultdict(set)
    for model in () if unit.is_made_up else _TABLES:
        lines = model._default_manager.filter(disclosure__unit=unit, disclosure__state=State.PUBLISHED)
        for code, name, printed, year in lines.values_list("code", "name", "printed_name", "disclosure__year"):
            name = told_name(name, printed)[:LONGEST]
            if name and is_code(code, model.scheme):
                years[model.scheme, code, name].add(year)
    for (scheme, code, name), of in sorted(years.items()):
        yield PrintedName(unit=unit, scheme=scheme, code=code, name=name, first_year=min(of), last_year=max(of))


def renew_names(unit: Unit) -> None:
    """Keep what the unit prints now; rows that stay as they are are not written."""
    stored = {contents(row): row for row in PrintedName.objects.filter(unit=unit)}
    wanted = {contents(row): row for row in printed_names(unit)}
    if gone := [row.pk for key, row in stored.items() if key not in wanted]:
        PrintedName.objects.filter(pk__in=gone).delete()
    if new := [row for key, row in wanted.items() if key not in stored]:
        PrintedName.objects.bulk_create(new, batch_size=500)


def contents(row: PrintedName) -> tuple:
    """All that a row says, but for whose it is."""
    return row.scheme, row.code, row.name, row.first_year, row.last_year
