"""What a search finds, of one kind or of all."""

from collections.abc import Iterator

from django.http import QueryDict

from disclosures.addresses import links
from disclosures.exports.lists.content import ListColumn, ListFile, Value, list_file
from disclosures.finding.answers import Answer
from disclosures.finding.finds import TITLES, Finds, Results, finds_of, hits_of
from disclosures.finding.question import Question
from disclosures.pages.lists.whole import PAGE, Site
from disclosures.pages.search.page import asked_in

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
    found = _found(question, asked["kind"])
    results = Results(found.query, {kind: hits[:OF_EACH] for kind, hits in found.hits.items()})
    rows = [
        *(_answer(answer, site) for answer in found.answers),
        *(row for kind in found.hits for row in _rows(kind, results, site)),
    ]
    chosen = (question.text, question.chosen.year, question.chosen.region)
    return list_file("搜索", "search", site.whole(links.search(asked.query)), COLUMNS, rows, asked=chosen)


def _found(question: Question, kind: str) -> Finds:
    return Finds((), *hits_of(question, [kind])) if kind else finds_of(question)


def _answer(answer: Answer, site: Site) -> tuple[Value, ...]:
    return "直接回答", answer.title, "", answer.place, answer.note, answer.figure, site.whole(answer.href)


def _rows(kind: str, results: Results, site: Site) -> Iterator[tuple[Value, ...]]:
    for found in results.of(kind):
        figures = "；".join(f"{figure.title} {figure.text}" for figure in found.figures)
        texts = ("".join(piece.text for piece in pieces) for pieces in (found.title, found.code))
        content = "".join(piece.text for piece in found.text)
        yield (str(TITLES[kind]), *texts, found.place, content, figures, site.whole(found.href))
