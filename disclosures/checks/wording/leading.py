"""A sentence cut at the figures that lead to where they stand."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from disclosures.checks.figures import Figure
from disclosures.checks.wording.chinese import Span

if TYPE_CHECKING:
    from disclosures.checks.outcomes import Result


class Piece(NamedTuple):
    """Some words of the sentence; `href` is where they lead, "" for nowhere."""

    text: str
    href: str = ""
    is_figure: bool = False


def pieces_of(result: "Result", hrefs: Mapping[str, str]) -> tuple[tuple[Piece, ...], list[Figure]]:
    """The sentence as it was told, and the sides that it does not lead to; `hrefs` has the address of each side.

    Each side by the most exact of the spans that name it, if another side does not lead there already.
    """
    links: dict[Span, str] = {}
    left_out: list[Figure] = []
    for side, href in hrefs.items():
        if not href or href in links.values():
            continue
        spans = getattr(result.told, side)
        if span := next((span for span in spans if not any(map(span.overlaps, links))), None):
            has_value = getattr(result, side).value is not None
            links[span._replace(is_figure=span.is_figure and has_value)] = href
        else:
            left_out.append(getattr(result, side))
    return tuple(_cut(result.message, links)), left_out


def _cut(text: str, links: Mapping[Span, str]) -> Iterator[Piece]:
    end = 0
    for span in sorted(links):
        if span.start > end:
            yield Piece(text[end : span.start])
        yield Piece(text[span.start : span.stop], links[span], span.is_figure)
        end = span.stop
    if end < len(text):
        yield Piece(text[end:])
