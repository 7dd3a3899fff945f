"""Questions to lists and documents about names: what a code is called, and what contradicts that."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import itemgetter, or_

from django.db.models import Count, Max, Min, Q, QuerySet

from disclosures.classification.codes import is_code, parent_of
from disclosures.classification.evidence import Contradiction, KnownName, accepted, is_other, last_known
from disclosures.classification.models import Code
from disclosures.classification.names import plain_name, told_name
from disclosures.publication.evidence.models import PrintedName
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import STATEMENTS, Unit

Names = dict[str, list[KnownName]]


@dataclass(frozen=True)
class Asked:
    """Codes of one classification, and names: of these, what else bears them is asked for, too."""

    codes: Collection[str]
    names: Collection[str] | QuerySet = ()


def known_names(asked: Mapping[str, Asked]) -> dict[str, Names]:
    """Every name of the codes of each classification, by code, with what speaks for each; two queries."""
    found: dict[tuple[str, str, str], KnownName] = {}
    wanted = reduce(or_, (_wanted(scheme, each) for scheme, each in asked.items()), Q(pk=None))
    for row in Code.objects.filter(wanted):
        key = row.scheme, row.code, plain_name(row.name)
        found[key] = _listed(found.get(key, KnownName(*key[1:])), row)
    printed = PrintedName.objects.filter(wanted).values_list("scheme", "code", "name")
    for scheme, code, name, *seen in printed.annotate(Count("pk"), Min("first_year"), Max("last_year")):
        key = scheme, code, name
        found[key] = _printed(found.get(key, KnownName(code, name)), *seen)
    names: dict[str, Names] = {scheme: defaultdict(list) for scheme in asked}
    for (scheme, code, _name), known in sorted(found.items(), key=itemgetter(0)):
        names[scheme][code].append(known)
    return names


def _wanted(scheme: str, asked: Asked) -> Q:
    """The codes, and those that lists of today or documents call by one of the names."""
    bears = {"scheme": scheme, "name__in": asked.names}
    listed, printed = Code.objects.modern().filter(**bears), PrintedName.objects.filter(**bears)
    codes = (asked.codes, listed.values("code"), printed.values("code"))
    return Q(scheme=scheme) & reduce(or_, (Q(code__in=each) for each in codes))


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
    """The names that documents print for the code beside its own; two queries."""
    printed = PrintedName.objects.filter(scheme=scheme, code=code).values("name")
    names = known_names({scheme: Asked([code], printed)})
    return list(_contradictions({scheme: [name for name in names[scheme].get(code, ()) if name.units]}, names))


def contradictions_in(loaded: LoadedDisclosure) -> list[Contradiction]:
    """The names in a disclosure that are not those of their codes; each once, in the order of tables. Two queries."""
    year, printed = loaded.disclosure.year, _names_in(loaded)
    names = known_names({scheme: Asked(*map(set, zip(*each, strict=True))) for scheme, each in printed.items()})
    own = {scheme: [KnownName(*pair, last_printed=year) for pair in each] for scheme, each in printed.items()}
    return list(_contradictions(own, names))


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


def _contradictions(printed: Mapping[str, list[KnownName]], names: Mapping[str, Names]) -> Iterator[Contradiction]:
    """Years are asked for, but where the name is that of the code beside: then a slip is likely in any year."""
    for scheme, each in printed.items():
        for one in each:
            own = names[scheme].get(one.code, ())
            if _is_doubtful(one, last_known(own)):
                then, other = accepted(own, one.last_printed or 0), _sibling_called(one, names[scheme])
                name = then or (last_known(own) if other else None)
                if other or is_other(one.name, then):
                    yield Contradiction(one, name.name if name else "", other)


def _is_doubtful(printed: KnownName, name: KnownName | None) -> bool:
    """Whether the code is called otherwise, or nobody knows what it is called."""
    return name is None or is_other(printed.name, name)


def _sibling_called(doubtful: KnownName, names: Names) -> str:
    """The code beside it that has that name; "" for none."""
    for code, known in names.items():
        name, is_beside = last_known(known), parent_of(code) == parent_of(doubtful.code)
        if is_beside and code != doubtful.code and name and name.name == doubtful.name:
            return code
    return ""


def units_printing(scheme: str, code: str, name: str) -> list[Unit]:
    """The units whose current disclosures print that name, by their codes."""
    rows = PrintedName.objects.filter(scheme=scheme, code=code, name=name).select_related("unit__region")
    return [row.unit for row in rows.order_by("unit__region", "unit__code")]
