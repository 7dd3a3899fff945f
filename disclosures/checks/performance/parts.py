"""Sums in a form's words: a stated total against the parts after it, and what was used in all against its parts."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from disclosures.amounts import Outcome
from disclosures.checks.figures import Figure
from disclosures.checks.labels import Named, quoted
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.performance.words import Sentence, amounts_in, sentences
from disclosures.checks.sums import check_sum, undecided
from disclosures.checks.wording.reasons import Reason
from disclosures.statements.loaded import LoadedDisclosure

Labelled = tuple[str, Figure]

_OF_WHICH = re.compile(r"\s*[，,；;（(]?\s*其中\s*[：:，,]?")
_IN_ALL = re.compile(r".*共(?:使用|计|安排|投入|筹集|支出|发放|拨付)?")
_SAME_ENDING = 2  # characters that end the names of all parts where these are parts of one kind
_NAME_LENGTH = 4  # a shorter name than this is no name of its own


def parts_of_totals(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """An amount followed by 其中 is at least the sum of what follows; where the parts are of one kind, exactly it."""
    for of_form in sentences(loaded):
        for sentence in of_form:
            if "其中" in sentence.text:
                yield from _in_sentence(rule, loaded, sentence)


def _in_sentence(rule: str, loaded: LoadedDisclosure, sentence: Sentence) -> Iterator[Result]:
    for _, total, match in amounts_in(sentence):
        if of_which := _OF_WHICH.match(sentence.text, match.end()):
            again = sentence.text.find("其中", of_which.end())
            parts = [found[:2] for found in amounts_in(sentence, of_which.end(), again if again > 0 else None)]
            if parts:
                yield _total(rule, loaded, total, parts)


def _total(rule: str, loaded: LoadedDisclosure, total: Figure, parts: list[Labelled]) -> Result:
    """Less than the total is no contradiction where the text may not name every part."""
    result = check_sum(
        rule, loaded, total, [(1, figure) for _, figure in parts], Named("后面 {} 项之和", (len(parts),))
    )
    if result.outcome != Outcome.BROKEN or result.difference < 0:
        return result
    if len(parts) > 1 and _of_one_kind([words for words, _ in parts]):
        return replace(result, severity=Severity.WARNING)
    return replace(undecided(result, Reason.PARTS_LEFT_OUT), parts=result.parts, severity=Severity.WARNING)


def _of_one_kind(names: list[str]) -> bool:
    return len({name[-_SAME_ENDING:] for name in names}) == 1


def amounts_used_in_all(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """What is said to have been used in all of one kind of money is the sum of that kind in the sentences before."""
    for of_form in sentences(loaded):
        if any("共" in sentence.text for sentence in of_form):
            yield from _in_form(rule, loaded, of_form)


def _in_form(rule: str, loaded: LoadedDisclosure, of_form: list[Sentence]) -> Iterator[Result]:
    before: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for sentence in of_form:
        found = list(amounts_in(sentence))
        for words, total, _ in found:
            match = _IN_ALL.match(words)
            name = _kind(words[match.end() :]) if match else ""
            parts = before[sentence.field, name]
            if len(name) >= _NAME_LENGTH and len(parts) > 1:
                what = Named("前面 {} 处{}之和", (len(parts), quoted(name)))
                yield check_sum(rule, loaded, total, [(1, one) for one in parts], what)
        for words, figure, _ in found:
            before[sentence.field, _kind(words)].append(figure)


def _kind(words: str) -> str:
    """市本级配套资金 and 市配套资金 are one kind of money."""
    return words.replace("本级", "")
