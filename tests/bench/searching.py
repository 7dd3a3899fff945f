"""Searching: the index against a scan by LIKE over the very same texts, in made-up disclosures."""

from collections.abc import Iterator
from functools import partial

from django.core.management import call_command
from django.db.models import Q, QuerySet

from disclosures.demo.publishing import demo
from disclosures.publication.search.dialects import MOST
from disclosures.publication.search.matching import matching_entries
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.query import Query
from tests.bench.timing import Row, paired

DISCLOSURES, SEED = 60, 1
COPIES = 6  # of their texts, for an index of 100,000 texts in a few seconds
ASKED = (
    ("a rare word of two characters", "邮电", EntryKind.ROW, 0.1),
    ("a rare word in long texts", "邮电", EntryKind.TEXT, 0.1),
    ("a common word of two characters", "支出", EntryKind.ROW, 0.2),
    ("the first digits of a code", "20805", EntryKind.ROW, 0.2),
)


def rows() -> Iterator[Row]:
    _fill()
    texts = SearchEntry.objects.count()
    for what, asked, kind, target in ASKED:
        ours, scan = partial(matching_entries, Query.read(asked), kind), partial(_ids, _scan(asked, kind))
        _compare(ours(), scan(), asked)
        yield paired(f"find {what} in {texts:,} texts", ours, f"LIKE, {len(scan()):,} finds", scan, target)


def _fill() -> None:
    """The database of the settings, empty until now and in memory: published disclosures with their index."""
    call_command("migrate", verbosity=0)
    for _ in demo(DISCLOSURES, SEED):
        """Published, and so in the index."""
    texts = list(SearchEntry.objects.exclude(disclosure=None))
    for _ in range(COPIES - 1):
        for text in texts:
            text.pk = None
        SearchEntry.objects.bulk_create(texts, batch_size=1_000)


def _scan(asked: str, kind: EntryKind) -> QuerySet:
    """What a search without an index would do: look into the title and the text of each."""
    return SearchEntry.objects.filter(Q(title__contains=asked) | Q(text__contains=asked), kind=kind)


def _ids(entries: QuerySet) -> list[int]:
    return list(entries.values_list("pk", flat=True))


def _compare(ours: list[int], scanned: list[int], asked: str) -> None:
    """Both must have the same answer, as far as finds are counted, else their times say nothing."""
    if not scanned or len(ours) != min(len(scanned), MOST + 1) or not set(ours) <= set(scanned):
        raise ValueError(f"{asked}: {len(ours)} found, {len(scanned)} by LIKE")
