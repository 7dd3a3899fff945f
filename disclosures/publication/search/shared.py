"""What is found once, however many disclosures say it: units and terms."""

from collections.abc import Iterable

from django.db.models import QuerySet

from disclosures.classification.regions import WITH_PATH
from disclosures.publication.current import published
from disclosures.publication.search.called import called
from disclosures.publication.search.entries import marks_of, shared_entry
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.tokens import CONTEXT
from disclosures.statements.models import Disclosure, Term, Unit


def refresh_unit(unit: Unit) -> None:
    """The unit with every name that its current disclosures print; nothing of it where there are none."""
    _shared(EntryKind.UNIT).filter(key=unit.slug).delete()
    years = list(published().filter(unit=unit).order_by("-year"))
    if years:
        names = list(dict.fromkeys([unit.name, *(disclosure.unit_name for disclosure in years)]))
        entry = shared_entry(
            EntryKind.UNIT,
            year=years[0].year,
            key=unit.slug,
            title=unit.name,
            text="，".join([*names[1:], f"{unit.region.full_name} {unit.slug}"]),
            also=" ".join([*called(unit.region, names), *(word for name in names for word in typed(name))]),
            marks=[*marks_of(unit), *(f"{CONTEXT}{disclosure.year}" for disclosure in years)],
        )
        _save([entry])


def add_terms(disclosure: Disclosure) -> None:
    """The terms that no other current disclosure explains."""
    _add_terms(Term.objects.filter(disclosure=disclosure))


def remove_terms(disclosure: Disclosure) -> None:
    """The terms of a disclosure that is no longer current, but for those that another one explains."""
    names = {_key(name) for name in Term.objects.filter(disclosure=disclosure).values_list("name", flat=True)}
    _shared(EntryKind.TERM).filter(key__in=names).delete()
    _add_terms(term for term in _current_terms().iterator() if _key(term.name) in names)


def rebuild_shared() -> None:
    """All units and terms anew, for where many disclosures went at once."""
    SearchEntry.objects.filter(disclosure=None).delete()
    for unit in (
        Unit.objects.filter(disclosures__in=published().values("pk")).distinct().select_related(f"region__{WITH_PATH}")
    ):
        refresh_unit(unit)
    _add_terms(_current_terms())


def _current_terms() -> QuerySet[Term]:
    return Term.objects.filter(disclosure__in=published().values("pk")).order_by("-disclosure__year", "pk")


def _add_terms(terms: Iterable[Term]) -> None:
    """The first explanation of each name."""
    first: dict[str, Term] = {}
    for term in terms:
        first.setdefault(_key(term.name), term)
    there = set(_shared(EntryKind.TERM).filter(key__in=first).values_list("key", flat=True))
    _save(
        shared_entry(EntryKind.TERM, key=key, title=term.name, text=term.definition)
        for key, term in first.items()
        if key not in there
    )


def _key(name: str) -> str:
    """The term without spaces, by which the glossary knows it."""
    return "".join(name.split())


def _shared(kind: EntryKind) -> QuerySet[SearchEntry]:
    return SearchEntry.objects.filter(kind=kind, disclosure=None)


def _save(entries: Iterable[SearchEntry]) -> None:
    """A publication beside this one may have written the same entry already."""
    SearchEntry.objects.bulk_create(entries, ignore_conflicts=True)


def typed(name: str) -> list[str]:
    """How a name is typed in Latin letters: the initials of its characters, or all of their pinyin.

    Both ways from each character on, so that 抚顺市信访局 is found by fssxfj, xfj, fushun and xinfangju. The dictionary
    is loaded when it is first needed: only publishing needs it, and it takes some 60 MB.
    """
    from pypinyin import lazy_pinyin

    syllables = [syllable for syllable in lazy_pinyin(name, errors="ignore") if syllable.isascii()]
    starts = range(len(syllables))
    initials = ["".join(syllable[0] for syllable in syllables[start:]) for start in starts]
    return [*initials, *("".join(syllables[start:]) for start in starts)]
