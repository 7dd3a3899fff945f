"""A narrative as one text: understood as a text file is, checked against the draft's tables, and saved in its parts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from disclosures.audit.recording import together
from disclosures.checks.checking import Report, check
from disclosures.documents.text import items_of_text
from disclosures.intake.ledger import Repair, Unread
from disclosures.intake.reading import Reading, read_items
from disclosures.sentences.gaps import gaps_in
from disclosures.statements.lines import Part
from disclosures.statements.loaded import LoadedDisclosure, load, parts_of
from disclosures.statements.models import PARTS, Disclosure, Duty, Paragraph, Term, UnitInScope
from disclosures.statements.saving import save_parts

TEXT_PARTS: tuple[type[Part], ...] = (Paragraph, Duty, UnitInScope, Term)
LONGEST = 400_000  # characters; the longest narrative known has 60,000


@dataclass(frozen=True)
class PastedText:
    """What a text says, as parts of the draft, unsaved; figures are held against the tables that the draft has."""

    draft: Disclosure
    text: str

    @cached_property
    def reading(self) -> Reading:
        reading = read_items(items_of_text(self.text))
        for part in reading.parts():
            part.place = ""  # a line of what was pasted is no place in a document
        return reading

    @property
    def paragraphs(self) -> list[Paragraph]:
        return self.reading.paragraphs

    @property
    def parts(self) -> dict[type[Part], list]:
        """The rows of each kind that the text gives."""
        reading = self.reading
        rows = (reading.paragraphs, reading.duties, reading.units, reading.terms)
        return dict(zip(TEXT_PARTS, rows, strict=True))

    @cached_property
    def report(self) -> Report:
        """The checks of the draft as it would be with this text."""
        kept = [model for model in PARTS if model not in TEXT_PARTS]
        return check(LoadedDisclosure(self.draft, [*parts_of(self.draft, kept), *self._new_parts()]))

    @property
    def joined(self) -> list[Repair]:
        """Lines that were taken for one paragraph."""
        return self.reading.ledger.repairs

    @property
    def left_over(self) -> list[Unread]:
        """What was pasted and is no text, such as the rows of a table."""
        return self.reading.ledger.unread()

    @property
    def tables(self) -> list[str]:
        """The titles of tables and forms that stand in what was pasted; they have pages of their own."""
        reading = self.reading
        titles = [statement.caption.title for statement in reading.statements.values()]
        return [*titles, *(form.form.name for form in reading.forms)]

    @property
    def gaps(self) -> list[str]:
        """What is still to be filled in."""
        return [gap for paragraph in self.paragraphs for gap in gaps_in(paragraph.text)]

    def save(self, left: tuple[type[Part], ...] = ()) -> None:
        """Put the text in the place of the draft's; lists that the text does not have, or that are left, stay."""
        with together():
            for model, rows in self.parts.items():
                if rows and model not in left:
                    model._default_manager.filter(disclosure=self.draft).delete()
            save_parts(self.draft, self._new_parts(left))

    def _new_parts(self, left: tuple[type[Part], ...] = ()) -> Iterable[Part]:
        return (row for model, rows in self.parts.items() if model not in left for row in rows)


def text_of(draft: Disclosure) -> str:
    """The narrative that the draft has, as one text, a blank line between paragraphs."""
    return as_text(load(draft, [Paragraph]).paragraphs)


def as_text(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs as one text that is understood as the same paragraphs."""
    return "\n\n".join(paragraph.text for paragraph in paragraphs)
