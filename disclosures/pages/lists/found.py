"""What a search finds, of one kind or of all."""

from collections.abc import Iterator

from django.http import QueryDict

from disclosures.addresses import links
from disclosures.exports.lists.content import ListColumn, ListFile, Value, list_file
from disclosures.pages.lists.whole import PAGE, Site
from disclosures.pages.search.answers import Answer
from disclosures.pages.search.codes import result_of_code
from disclosures.pages.search.page import CODE, TITLES, asked_in, found_in
from disclosures.pages.search.results import SearchResult, result_of
from disclosures.publication.search.matching import entries_by_id
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
    """The answers, then kind by kind, the best of each first; as the page asks for them."""
    question, asked = asked_in(query)
    kinds = [asked["kind"]] if asked["kind"] else list(TITLES)
    words, hits = found_in(question, kinds)
    answers = () if asked["kind"] else question.answers
    rows = [
        *(_answer(answer, site) for answer in answers),
        *(row for kind in kinds for row in _rows(kind, hits[kind], words, site)),
    ]
    chosen = (question.text, question.filters.year, question.filters.region)
    return list_file("搜索", "search", site.whole(links.search(asked.query)), COLUMNS, rows, asked=chosen)


def _answer(answer: Answer, site: Site) -> tuple[Value, ...]:
    return "直接回答", answer.title, "", answer.place, answer.note, answer.figure, site.whole(answer.href)


def _rows(kind: str, hits: list, words: Query, site: Site) -> Iterator[tuple[Value, ...]]:
    for found in _results(kind, hits[:OF_EACH], words):
        figures = "；".join(f"{figure.title} {figure.text}" for figure in found.figures)
        texts = ("".join(piece.text for piece in pieces) for pieces in (found.title, found.code))
        content = "".join(piece.text for piece in found.text)
        yield (str(TITLES[kind]), *texts, found.place, content, figures, site.whole(found.href))


def _results(kind: str, hits: list, words: Query) -> list[SearchResult]:
    if kind == CODE:
        return [result_of_code(code, words) for code in hits]
    entries = entries_by_id(hits)
    return [result_of(entries[hit], words) for hit in hits if hit in entries]
