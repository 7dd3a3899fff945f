"""The figures that a figure of the text is held against: cells, sums of cells, other figures of the text."""

from dataclasses import dataclass
from decimal import Decimal

from disclosures.checks.cell_figures import figure_at
from disclosures.checks.figures import Figure, in_words
from disclosures.checks.labels import Named
from disclosures.checks.narrative.meaning.meanings import Mention, Role
from disclosures.checks.narrative.meaning.reading import Reading
from disclosures.checks.narrative.meaning.subjects import Subject, Sum
from disclosures.statements.loaded import LoadedDisclosure


@dataclass(frozen=True)
class Operand:
    """A figure with the printed figures that it is made of; 元, exact, blank as nothing. Source: table or text."""

    figure: Figure
    parts: tuple[Figure, ...]

    @property
    def value(self) -> Decimal:
        return self.figure.value or Decimal(0)


def cells_of(loaded: LoadedDisclosure, cells: Sum) -> Operand | None:
    """One cell, or the sum of several; None where a table is missing or has no such row."""
    figures = []
    for number, row, column in cells:
        figure = figure_at(loaded, (number, row, column))
        if figure is None and not (len(cells) > 1 and number in loaded.heads and not loaded.has(number)):
            return None
        if figure:
            figures.append(figure)
    return _sum(loaded, figures) if figures else None


def _sum(loaded: LoadedDisclosure, figures: list[Figure]) -> Operand:
    printed = [figure for figure in figures if figure.value is not None]
    if len(printed) < 2:
        (figure,) = printed or figures[:1]
        return Operand(figure, (figure,))
    value = sum((figure.value for figure in printed), Decimal(0))
    half_step = sum((figure.half_step for figure in printed), Decimal(0))
    label = Named("与".join(["{}"] * len(printed)) + "之和", tuple(figure.label for figure in printed))
    text = in_words(value, loaded.disclosure.precision)
    return Operand(Figure(value, label, text, half_step=half_step), tuple(printed))


def in_tables(loaded: LoadedDisclosure, subject: Subject) -> list[Operand]:
    """What the tables have for the subject, in the order of trust."""
    return [found for cells in subject.cells if (found := cells_of(loaded, cells))]


def values_of(reading: Reading, subject: Subject, mention: Mention) -> list[Operand]:
    """What the text says of the subject nearest to the mention, then what the tables have for it and nothing more."""
    found = reading.nearest(Role.ACTUAL, subject, mention) or reading.nearest(Role.PART, subject, mention)
    said = [in_text(found)] if found else []
    return said if subject.at_most else said + in_tables(reading.loaded, subject)


def in_text(mention: Mention) -> Operand:
    return Operand(mention.figure, (mention.figure,))
