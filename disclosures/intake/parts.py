"""All that was read of a file: the parts of a disclosure, not yet saved, with the book of how they were read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from disclosures.amounts import Precision
from disclosures.documents.items import Cell
from disclosures.documents.traces.trace import Trace
from disclosures.intake.forms.form import FormReading
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.captions import Caption
from disclosures.intake.wording import AMOUNT_IN_TEXT, COVER, YEAR
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.models import Chapter, Duty, Paragraph, StatementHead, Term, UnitInScope


@dataclass
class StatementReading:
    """One recognised table: what is printed around it, and its lines."""

    head: StatementHead
    lines: list[StatementLine]
    caption: Caption


@dataclass
class Reading:
    """All that a file says, in the order of the document; amounts are 元, exact."""

    ledger: Ledger
    precision: Precision
    statements: dict[str, StatementReading] = field(default_factory=dict)
    forms: list[FormReading] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    units: list[UnitInScope] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)  # what the file tells of those who worked on it
    files: list[dict[str, str]] = field(default_factory=list)  # name and SHA-256, where it was read from several
    part: str = ""  # which of several units in the file was asked for

    @property
    def title(self) -> str:
        """What the cover says."""
        return next((paragraph.text for paragraph in self.paragraphs if paragraph.chapter == Chapter.COVER), "")

    @property
    def unit_name(self) -> str:
        """The unit's name as most tables print it, else as the cover does."""
        printed = most(statement.caption.unit_name for statement in self.statements.values())
        cover = COVER.match(self.title)
        return printed or (cover["name"].strip() if cover else "")

    @property
    def year(self) -> int | None:
        """The year that most tables print, else the one on the cover."""
        on_cover = YEAR.search(self.title)
        return most(statement.caption.year for statement in self.statements.values()) or (
            int(on_cover[1]) if on_cover else None
        )

    @property
    def has_figures(self) -> bool:
        """Whether any table holds an amount."""
        lines = (line for statement in self.statements.values() for line in statement.lines)
        return any(value is not None for line in lines for value in line.amounts.values())

    @property
    def is_text_alone(self) -> bool:
        """Whether this is the text of a disclosure: it speaks of accounts, has headings and no table left over."""
        texts = [paragraph.text for paragraph in self.paragraphs]
        speaks = any("决算" in text for text in texts) and any(map(AMOUNT_IN_TEXT.search, texts))
        has_headings = any(paragraph.level for paragraph in self.paragraphs)
        return speaks and has_headings and not any(isinstance(item, Cell) for item in self.ledger.left_over())

    def parts(self) -> Iterator[Part]:
        """Every part, parents before children, each with its position in the document set."""
        for statement in self.statements.values():
            yield statement.head
            yield from statement.lines
        yield from chain(self.paragraphs, self.duties, self.units, self.terms)
        for form in self.forms:
            yield form.form
            yield from form.tasks
            yield from (row.indicator for row in form.rows)


def most(values: Iterable):
    """The value that is said most often, of those that are said; falsy where nothing is."""
    said = Counter(value for value in values if value)
    return said.most_common(1)[0][0] if said else None
