"""Questions to lists and documents about names: what a code is called, and what contradicts that."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from django.db.models import Count, Max, Min

from disclosures.classification.codes import is_code, parent_of
from disclosures.classification.evidence import Contradiction, KnownName, accepted, is_other, last_known
from disclosures.classification.models import Code
from disclosures.classification.names import plain_name, told_name
from disclosures.publication.evidence.models import PrintedName
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import STATEMENTS, Unit

Names = dict[str, list[KnownName]]


def known_names(scheme: str, codes: Collection[str]) -> Names:
    """Every name of the codes, by code, with what speaks for each; two queries."""
    found: dict[tuple[str, str], KnownName] = {}
    for row in Code.objects.filter(scheme=scheme, code__in=codes):
        key = row.code, plain_name(row.name)
        known = found.get(key, KnownName(*key))
        found[key] = _listed(known, row)
    printed = PrintedName.objects.filter(scheme=scheme, code__in=codes).values_list("code", "name")
    for code, name, *seen in printed.annotate(Count("pk"), Min("first_year"), Max("last_year")):
        found[code, name] = _printed(found.get((code, name), KnownName(code, name)), *seen)
    by_code: Names = defaultdict(list)
    for (code, _name), known in sorted(found.items()):
        by_code[code].append(known)
    return by_code


def _listed(known: KnownName, row: Code) -> KnownName:
    if row.is_historical:
        return replace(known, was_listed=True)
    if not row.is_confirmed:
        return known
    return replace(known, is_listed=True, since=row.surely_since, until=row.last_year)


def _printed(known: KnownName, units: int, since: int, until: int) -> KnownName:
    """A list that leaves the end open goes on; without a list a name is known for the years that print it."""
    if known.is_listed:
        since, known_until = min(since, known.since or since), known.until
    else:
        known_until = until
    return replace(known, units=units, since=since, until=known_until, last_printed=until)


def contradictions_about(scheme: str, code: str) -> list[Contradiction]:
    """The names that documents print for the code beside its own; two queries, five where there are any."""
    names = known_names(scheme, [code])
    return list(_contradictions(scheme, (name for name in names.get(code, ()) if name.units), names))


def contradictions_in(loaded: LoadedDisclosure) -> list[Contradiction]:
    """The names in a disclosure that are not those of their codes; each once, in the order of the tables."""
    year = loaded.disclosure.year
    found: list[Contradiction] = []
    for scheme, printed in _names_in(loaded).items():
        names = known_names(scheme, [code for code, _ in printed])
        own = (KnownName(code, name, last_printed=year) for code, name in printed)
        found += _contradictions(scheme, own, names)
    return found


def _names_in(loaded: LoadedDisclosure) -> dict[str, dict[tuple[str, str], None]]:
    """By classification, code and name as printed, each once."""
    found: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for number, model in STATEMENTS.items():
        if issubclass(model, ClassifiedLine):
            for line in loaded.lines[number]:
                name = told_name(line.name, line.printed_name)
                if name and is_code(line.code, model.scheme):
                    found[model.scheme].setdefault((line.code, name))
    return found


def _contradictions(scheme: str, printed: Iterable[KnownName], names: Names) -> Iterator[Contradiction]:
    """Years are asked for, but where the name is that of the code beside: then a slip is likely in any year."""
    doubtful = [one for one in printed if _is_doubtful(one, last_known(names.get(one.code, ())))]
    siblings = _siblings_called(scheme, doubtful)
    for one in doubtful:
        own = names.get(one.code, ())
        then, other = accepted(own, one.last_printed or 0), siblings.get((one.code, one.name), "")
        name = then or (last_known(own) if other else None)
        if other or is_other(one.name, then):
            yield Contradiction(one, name.name if name else "", other)


def _is_doubtful(printed: KnownName, name: KnownName | None) -> bool:
    """Whether the code is called otherwise, or nobody knows what it is called."""
    return name is None or is_other(printed.name, name)


def _siblings_called(scheme: str, doubtful: list[KnownName]) -> dict[tuple[str, str], str]:
    """By the doubtful code and name: the code beside it that has that name."""
    if not doubtful:
        return {}
    wanted = {one.name for one in doubtful}
    of_lists = Code.objects.modern().filter(scheme=scheme, name__in=wanted).values_list("code", flat=True)
    of_units = PrintedName.objects.filter(scheme=scheme, name__in=wanted).values_list("code", flat=True)
    names = known_names(scheme, {*of_lists, *of_units})
    found = {}
    for one in doubtful:
        for code, known in names.items():
            name = last_known(known)
            if code != one.code and parent_of(code) == parent_of(one.code) and name and name.name == one.name:
                found[one.code, one.name] = code
    return found


def units_printing(scheme: str, code: str, name: str) -> list[Unit]:
    """The units whose current disclosures print that name, by their codes."""
    rows = PrintedName.objects.filter(scheme=scheme, code=code, name=name).select_related("unit__region")
    return [row.unit for row in rows.order_by("unit__region", "unit__code")]
