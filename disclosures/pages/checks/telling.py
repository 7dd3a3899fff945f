"""A result as the sentence of a page: in Chinese as it was recorded, in English told again; its figures lead to where
they stand."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from disclosures.checks.figures import Figure
from disclosures.checks.outcomes import Result
from disclosures.checks.register.rules import BY_CODE
from disclosures.checks.wording.chinese import Span
from disclosures.checks.wording.english import told_in_english
from disclosures.pages.checks.places import Places
from disclosures.pages.shared.sentences import Phrase, Sentence
from disclosures.statements.terms import ENGLISH, term


def is_told_again() -> bool:
    """Whether the page speaks another language than what was recorded."""
    return get_language() == ENGLISH


def told(result: Result, places: Places) -> tuple[Sentence, list[Figure]]:
    """The sentence with its figures as links; and the sides that it does not name."""
    hrefs = {side: places.href(getattr(result, side)) for side in ("left", "right")}
    return (_again(result, places, hrefs), []) if is_told_again() else _recorded(result, hrefs)


def told_with_rule(result: Result, places: Places) -> str:
    """The sentence as one text; in English behind what the rule asks, for where the rule does not stand beside it."""
    if not is_told_again():
        return result.message
    rule, text = BY_CODE.get(result.rule), "".join(words.text for words in told_in_english(result, places.known))
    return f"{term(rule.title)}{_('：')}{text}" if rule else text


def _again(result: Result, places: Places, hrefs: dict[str, str]) -> Sentence:
    return tuple(
        Phrase(words.text, hrefs.get(words.side, ""), words.is_figure, "zh-Hans" if words.is_published else "")
        for words in told_in_english(result, places.known)
    )


def _recorded(result: Result, hrefs: dict[str, str]) -> tuple[Sentence, list[Figure]]:
    """Each side by the most exact of the spans that name it, if another side does not lead there already."""
    links: dict = {}
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
    return tuple(_phrases(result.message, links)), left_out


def _phrases(text: str, links: dict[Span, str]) -> Iterator[Phrase]:
    end = 0
    for span in sorted(links):
        if span.start > end:
            yield Phrase(text[end : span.start])
        yield Phrase(text[span.start : span.stop], links[span], strong=span.is_figure)
        end = span.stop
    if end < len(text):
        yield Phrase(text[end:])
