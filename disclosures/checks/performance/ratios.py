"""Ratios in a form's words: recomputed from the two counts before them, and held against their indicators."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from disclosures.amounts import Outcome
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.performance.figures import figure
from disclosures.checks.performance.rates import check_rate
from disclosures.checks.performance.words import NUMBER, Sentence, number_figure, sentences
from disclosures.checks.wording.relations import Relation
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.statements.models import PerformanceIndicator

_RATIO = re.compile(r"(?P<name>[\u4e00-\u9fff]{1,8}率)\s*(?:为|达到?|是)?\s*" + NUMBER + r"\s*[%％]")
_COUNT = re.compile(NUMBER + r"\s*(?P<counter>[件个人次起户项批宗名家])")
_COMMON = 4  # so many characters in a row that a sentence and an indicator's name share tie them together


@dataclass(frozen=True)
class Ratio:
    """A percentage that a sentence names, with its part and its whole where the sentence counts them."""

    name: str
    sentence: str
    figure: Figure
    operands: tuple[Figure, Figure] | None


def ratios_of_counts(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """A rate is the last count of its sentence divided by the count of the same things before it."""
    for ratio in _ratios(loaded):
        if ratio.operands:
            yield check_rate(rule, ratio.figure, *ratio.operands)


def ratios_of_indicators(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """The rate in the words and the result of the indicator that it belongs to are the same number."""
    ratios = _ratios(loaded)
    values: defaultdict[str, set] = defaultdict(set)
    names: defaultdict[str, set[str]] = defaultdict(set)
    placed = [(form, one) for form in loaded.forms for one in form.indicators if "%" in (one.unit or one.actual)]
    for ratio in ratios:
        values[ratio.name].add(ratio.figure.value)
        names[ratio.name] |= {one.name for _, one in placed if one.name.endswith(ratio.name)}
    for ratio in ratios:
        is_only_one = len(values[ratio.name]) == 1 and len(names[ratio.name]) == 1
        for form, indicator in placed:
            if _belongs(ratio, indicator):
                yield from _same(rule, ratio, form, indicator, is_only_one)


def _ratios(loaded: LoadedDisclosure) -> list[Ratio]:
    return loaded.derived("ratios of forms", lambda loaded: list(_found(loaded)))


def _found(loaded: Any) -> Iterator[Ratio]:
    for sentence in chain.from_iterable(sentences(loaded)):
        for match in _RATIO.finditer(sentence.text) if "率" in sentence.text else ():
            rate = number_figure(sentence, match, match["name"], Unit.PERCENT, "%")
            yield Ratio(match["name"], sentence.text, rate, _operands(sentence, match))


def _operands(sentence: Sentence, ratio: re.Match) -> tuple[Figure, Figure] | None:
    counts = list(_COUNT.finditer(sentence.text, 0, ratio.start()))[-2:]
    if len(counts) < 2 or counts[0]["counter"] != counts[1]["counter"]:
        return None
    whole, part = (number_figure(sentence, one, one[0], suffix=f" {one['counter']}") for one in counts)
    return (part, whole) if None not in (part.value, whole.value) and part.value <= whole.value else None


def _belongs(ratio: Ratio, indicator: PerformanceIndicator) -> bool:
    name = indicator.name
    if name.endswith(ratio.name):
        return True
    return any(name[n : n + _COMMON] in ratio.sentence for n in range(len(name) - _COMMON + 1))


def _same(rule: str, ratio: Ratio, form: Form, indicator: PerformanceIndicator, is_only_one: bool) -> Iterator[Result]:
    """Where several rates or indicators share a name, only agreement says something: they may be others."""
    actual = figure(form, indicator, "actual", Unit.PERCENT)
    is_same = actual.value == ratio.figure.value
    if actual.value is not None and (is_same or is_only_one):
        outcome = Outcome.EQUAL if is_same else Outcome.BROKEN
        yield Result(rule, outcome, Relation.SAME_NUMBER, ratio.figure, actual, severity=Severity.WARNING)
