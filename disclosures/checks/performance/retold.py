"""What two forms tell in the same words: the same figures."""

import re
from collections.abc import Iterator
from itertools import combinations

from disclosures.amounts import Outcome
from disclosures.checks.figures import Figure
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.performance.words import NUMBER, Sentence, number_figure, sentences
from disclosures.checks.sums import not_checkable
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation
from disclosures.statements.loaded import LoadedDisclosure

_NUMBER = re.compile(NUMBER)
_SAME_STORY, _AGREEING = 4, 0.75  # so many figures in the same words, and this share of them equal
_ENOUGH_WORDS = 8


def same_sentences(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """A figure after the same words in two forms is the same, where the two plainly tell the same story."""
    told = [_told(of_form) for of_form in sentences(loaded)]
    for one, other in combinations(told, 2):
        shared = [(one[words], other[words]) for words in one if words in other]
        equal = sum(left.value == right.value for left, right in shared)
        is_same_story = len(shared) >= _SAME_STORY and equal >= _AGREEING * len(shared)
        for left, right in shared:
            yield _compared(rule, left, right, is_same_story)


def _told(of_form: list[Sentence]) -> dict[str, Figure]:
    """Each figure by the words of its sentence before it and the two characters after it; doubtful ones left out."""
    found: dict[str, Figure] = {}
    for sentence in of_form:
        for match in _NUMBER.finditer(sentence.text):
            before, after = sentence.text[: match.start()], sentence.text[match.end() : match.end() + 2]
            words = _NUMBER.sub("#", before) + "#" + after
            if len(words) >= _ENOUGH_WORDS:
                around = f"{before[-_ENOUGH_WORDS:]}{match[0]}{after}"
                found.setdefault(words, number_figure(sentence, match, around))
    return found


def _compared(rule: str, left: Figure, right: Figure, is_same_story: bool) -> Result:
    is_same = left.value == right.value
    if not is_same and not is_same_story:
        return not_checkable(rule, Reason.OTHER_STORY, Severity.WARNING, left, right)
    outcome = Outcome.EQUAL if is_same else Outcome.BROKEN
    return Result(rule, outcome, Relation.SAME_IN_BOTH, left, right, severity=Severity.WARNING)
