"""A result as the sentence of a page: in Chinese as it was recorded, in English told again; its figures lead to where
they stand."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from disclosures.checks.figures import Figure
from disclosures.checks.outcomes import Result
from disclosures.checks.register.rules import BY_CODE
from disclosures.checks.wording.english import told_in_english
from disclosures.checks.wording.leading import pieces_of
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
    pieces, left_out = pieces_of(result, hrefs)
    return tuple(Phrase(piece.text, piece.href, strong=piece.is_figure) for piece in pieces), left_out
