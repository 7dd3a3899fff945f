"""A result told again in the language of the page, from its sides and its outcome alone.

What was recorded at publication is a sentence in Chinese; it stays, and stands behind this one.
"""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from disclosures.checks.figures import Figure
from disclosures.checks.outcomes import Outcome, Result
from disclosures.checks.register.rules import BY_CODE
from disclosures.pages.checks.apart import apart_in_words
from disclosures.pages.checks.naming import place_in_words, text_in_words
from disclosures.pages.checks.places import Places
from disclosures.pages.checks.signs import MISSING, sign_of
from disclosures.pages.language import ENGLISH
from disclosures.pages.shared.sentences import Phrase, Sentence, plain, published
from disclosures.pages.terms import gloss, term

# Scores under different weights: that the rule is broken is not told by how far they are apart.
NO_DIFFERENCE = ("F8",)


def is_told_again() -> bool:
    """Whether the page speaks another language than what was recorded."""
    return get_language() == ENGLISH


def told(result: Result, places: Places) -> Sentence:
    """Both sides with their figures as published, each leading to where it stands, and how the relation ended."""
    phrases: list[Phrase] = []
    rule = BY_CODE.get(result.rule)
    left, right = (rule.left, rule.right) if rule else ("", "")
    for computed, figure in ((left, result.left), (right, None if _is_base(result) else result.right)):
        if figure:
            phrases += [plain(_("；")), *_side(term(computed), figure, places)]
    ended = _ended(result, places)
    return (*phrases[1:], plain(_("。") + ended)) if phrases else (plain(ended),)


def told_with_rule(result: Result, places: Places) -> str:
    """The same as one text, behind what the rule asks: for where neither links nor the rule stand beside it."""
    rule, text = BY_CODE.get(result.rule), "".join(phrase.text for phrase in told(result, places))
    return f"{term(rule.title)}{_('：')}{text}" if rule else text


def _is_base(result: Result) -> bool:
    """Whether the right side only says that there is nothing to divide by."""
    return result.is_undefined and result.right is not None and result.right.spot is None


def _side(computed: str, figure: Figure, places: Places) -> Iterator[Phrase]:
    """Its place, or the name of what was computed, and its figure; the link is on the figure where there is one."""
    place = place_in_words(figure, places) or [_of_nowhere(computed, figure)]
    text, href = text_in_words(figure), places.href(figure)
    if text is None:
        yield from (replace(phrase, href=href) for phrase in place)
        return
    yield from place
    yield plain(_("："))
    yield replace(text, href=href, strong=figure.value is not None)


def _of_nowhere(computed: str, figure: Figure) -> Phrase:
    """What stands nowhere is called by its rule, by its own label where the rule has no name for it."""
    label = str(figure.label)
    called = computed or gloss(label)
    return plain(called) if called else published(label)


def _ended(result: Result, places: Places) -> str:
    difference = result.difference
    if result.is_undefined:
        return _("基数为 0，这个百分比没有意义。")
    if result.outcome == Outcome.NOT_APPLICABLE:
        return _("无法核对，原因见中文记录。")
    if result.outcome == Outcome.EQUAL:
        return _("两处相等。") if difference == 0 else _("符合规则。")
    if sign_of(result) == MISSING or difference == 0 or result.rule in NO_DIFFERENCE:
        return _("不符合规则。")
    if difference is None:
        return _("两处不一致。")
    apart = apart_in_words(result, places.disclosure.precision.unit)
    if result.outcome == Outcome.ROUNDING:
        return _("相差 {apart}，在四舍五入的范围之内。").format(apart=apart)
    return _("相差 {apart}。").format(apart=apart)
