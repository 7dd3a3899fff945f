"""Which parts of a text a question has found, by the same tokens by which the index found it."""

from dataclasses import dataclass
from itertools import pairwise

from disclosures.publication.search.query import Phrase, Query
from disclosures.publication.search.tokens import Token, tokens_of


@dataclass(frozen=True)
class Piece:
    """A part of a text; `is_found` where the question names it."""

    text: str
    is_found: bool = False


def marked(text: str, query: Query, around: int | None = None) -> tuple[Piece, ...]:
    """The text in pieces. With `around` only so many characters on each side of the first find are kept, about."""
    spans = _spans(text, query)
    first, last = _window(text, spans, around)
    edges = [first, *(edge for span in spans for edge in span if first <= edge <= last), last]
    inside = {start for start, _ in spans}
    pieces = [Piece(text[a:b], a in inside) for a, b in pairwise(edges) if a < b]
    before, after = ["…"] if first else [], ["…"] if last < len(text) else []
    return (*map(Piece, before), *pieces, *map(Piece, after))


def _spans(text: str, query: Query) -> list[tuple[int, int]]:
    """From where to where the text says something that was asked for, in order, without overlap."""
    tokens = tokens_of(text)
    texts = [token.text for token in tokens]
    said = sorted(
        _span(tokens[place : place + len(phrase.tokens)], phrase)
        for phrase in query.phrases
        for place in range(len(tokens))
        if phrase.begins_at(place, texts)
    )
    spans: list[tuple[int, int]] = []
    for start, end in said:
        if spans and start < spans[-1][1]:
            start, end = spans[-1][0], max(end, spans[-1][1])
            spans.pop()
        spans.append((start, end))
    return spans


def _span(said: list[Token], phrase: Phrase) -> tuple[int, int]:
    """An open phrase ends with what was asked, not with the token that goes on."""
    last = said[-1]
    beyond = len(last.text) - len(phrase.tokens[-1]) if phrase.is_open else 0
    return said[0].start, max(last.end - beyond, last.start + 1)


def _window(text: str, spans: list[tuple[int, int]], around: int | None) -> tuple[int, int]:
    if around is None or len(text) <= 2 * around:
        return 0, len(text)
    start, end = spans[0] if spans else (0, 0)
    first = max(start - around, 0)
    return first, min(max(end + around, first + 2 * around), len(text))
