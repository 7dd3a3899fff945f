"""The words of a form, its goal and its outcome, cut into figures: amounts, counts, percentages, with places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import AmountError, AmountUnit, Precision, parse_amount
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import PassageLabel
from disclosures.checks.performance.figures import half_step, name_of, number
from disclosures.checks.spots import FormSpot
from disclosures.statements.loaded import Form, LoadedDisclosure

FIELDS = {"goal": "年初设定目标", "outcome": "全年完成情况"}
NUMBER = r"(?<![\d.,])(?P<figure>\d[\d,]*(?:\.\d+)?)(?![\d.,]*年)"
_AMOUNT = re.compile(NUMBER + r"\s*(?P<unit>亿元|万元|元)")
_DIGIT = re.compile(r"\d")
_SENTENCE = re.compile(r"[^。\n]+")
_LABEL = re.compile(r"[^，,。；;：:、\s\d]*$")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a field of a form; `start` is where in the field it begins."""

    form: Form
    field: str
    start: int
    text: str

    def figure(self, match: re.Match, value: Decimal | None, words: str, unit: Unit, half: Decimal, text: str = ""):
        """The number that a pattern found in the sentence, as a figure with its place; exact, in the given unit."""
        spot = FormSpot(
            self.form.form.place,
            self.form.form.position,
            self.field,
            start=self.start + match.start("figure"),
            end=self.start + match.end("figure"),
        )
        label = PassageLabel(name_of(self.form.form), FIELDS[self.field], words)
        return Figure(value, label, text or match["figure"], unit, spot, half)


def sentences(loaded: LoadedDisclosure) -> list[list[Sentence]]:
    """For each form of the disclosure, its sentences that hold a digit; cut once."""
    return loaded.derived("sentences of forms", lambda loaded: [list(_sentences(form)) for form in loaded.forms])


def _sentences(form: Form) -> Iterator[Sentence]:
    for field in FIELDS:
        text = getattr(form.form, field)
        for match in _SENTENCE.finditer(text):
            if _DIGIT.search(text, *match.span()):
                yield Sentence(form, field, match.start(), match[0])


def amounts_in(sentence: Sentence, start: int = 0, end: int | None = None) -> Iterator[tuple[str, Figure, re.Match]]:
    """Each amount with the words before it; 元, exact, with half a step of the decimals printed, two at least."""
    for match in _AMOUNT.finditer(sentence.text, start, len(sentence.text) if end is None else end):
        unit = AmountUnit(match["unit"])
        try:
            value = parse_amount(match["figure"], unit)
        except AmountError:  # finer than a 分: no amount that can be compared exactly
            continue
        words = _LABEL.search(sentence.text, 0, match.start())[0]
        half = Precision(unit, max(2, len(match["figure"].partition(".")[2]))).half_step
        text = f"{match['figure']} {unit}"
        yield words, sentence.figure(match, value, words, Unit.YUAN, half, text), match


def number_figure(
    sentence: Sentence, match: re.Match, words: str, unit: Unit = Unit.NUMBER, suffix: str = ""
) -> Figure:
    """A count, exact, or a percentage with half a step of its last decimal."""
    half = half_step(match["figure"]) if unit == Unit.PERCENT else Decimal(0)
    text = f"{match['figure']}{suffix}"
    return sentence.figure(match, number(match["figure"]), words, unit, half, text)
