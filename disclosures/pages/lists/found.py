"""What a search finds, of one kind or of all."""

from collections.abc import Iterator

from django.http import QueryDict

from disclosures.addresses import links
from disclosures.exports.lists.content import ListColumn, ListFile, Value, list_file
from disclosures.pages.lists.whole import PAGE, Site
from disclosures.pages.search.codes import matching_codes, result_of_code
from disclosures.pages.search.page import CODE, GROUPS, TITLES
from disclosures.pages.search.results import SearchResult, result_of
from disclosures.pages.shared.list_query import ListQuery
from disclosures.publication.search.matching import entries_by_id, matching_entries
from disclosures.publication.search.models import EntryKind
from disclosures.publication.search.query import Query

OF_EACH = 500  # finds of a kind that a file holds, the best
COLUMNS = (
    ListColumn("kind", "种类"),
    ListColumn("title", "名称"),
    ListColumn("code", "编码"),
    ListColumn("place", "在哪里"),
    ListColumn("text", "内容"),
    ListColumn("figures", "数"),
    PAGE,
)


def found_list(query: QueryDict, site: Site) -> ListFile:
    """Kind by kind, the best of each first; two queries a kind at most."""
    words = Query.read(query.get("q", ""))
    asked = ListQuery.read(query, GROUPS, kept=(("q", words.text),) if words.text else ())
    kinds = [asked["kind"]] if asked["kind"] else list(TITLES)
    rows = [row for kind in kinds for row in _rows(kind, words, site)]
    return list_file("搜索", "search", site.whole(links.search(asked.query)), COLUMNS, rows, asked=(words.text,))


def _rows(kind: str, words: Query, site: Site) -> Iterator[tuple[Value, ...]]:
    for found in _results(kind, words):
        figures = "；".join(f"{figure.title} {figure.text}" for figure in found.figures)
        texts = ("".join(piece.text for piece in pieces) for pieces in (found.title, found.code))
        content = "".join(piece.text for piece in found.text)
        yield (str(TITLES[kind]), *texts, found.place, content, figures, site.whole(found.href))


def _results(kind: str, words: Query) -> list[SearchResult]:
    if kind == CODE:
        return [result_of_code(code, words) for code in matching_codes(words)[:OF_EACH]]
    hits = matching_entries(words, EntryKind(kind))[:OF_EACH]
    entries = entries_by_id(hits)
    return [result_of(entries[hit], words) for hit in hits if hit in entries]
