"""Codes of a draft whose printed names contradict what lists and other documents call them, told before publication.

They are no findings: a document may be right where the lists are old, and what was published is not judged by them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.checks.cell_figures import figure_of
from disclosures.classification.evidence import Contradiction
from disclosures.entry.checklist.places import Places
from disclosures.publication.evidence.asking import contradictions_in
from disclosures.statements.lines import ClassifiedLine
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import STATEMENTS


@dataclass(frozen=True)
class CodeDoubt:
    """A sentence for the clerk, with where the code is typed first."""

    sentence: str
    href: str


def code_doubts(loaded: LoadedDisclosure, places: Places) -> list[CodeDoubt]:
    """In the order of the tables; a few queries, however many codes there are."""
    return [CodeDoubt(sentence_of(found), _href(loaded, places, found)) for found in contradictions_in(loaded)]


def sentence_of(found: Contradiction) -> str:
    """What does not fit, and which code has the printed name."""
    told = [f"{found.printed.code} 印的是“{found.printed.name}”"]
    if found.name:
        told.append(f"这个编码的名称是“{found.name}”")
    if found.other_code:
        told.append(f"“{found.printed.name}”的编码是 {found.other_code}")
    return "，".join(told) + "。"


def _href(loaded: LoadedDisclosure, places: Places, found: Contradiction) -> str:
    line = next(_lines(loaded, found.printed.code), None)
    return places.href(figure_of(loaded, line, line.main_column().name)) if line else ""


def _lines(loaded: LoadedDisclosure, code: str) -> Iterator[ClassifiedLine]:
    for number, model in STATEMENTS.items():
        if issubclass(model, ClassifiedLine):
            yield from (line for line in loaded.lines[number] if line.code == code)
