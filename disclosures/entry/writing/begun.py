"""A narrative begun: the standard sentences put into a text that a clerk has, or a whole text where there is none."""

from disclosures.entry.writing.pasted import PastedText, as_text
from disclosures.sentences.narrative import last_year_of, narrative
from disclosures.statements.loaded import load
from disclosures.statements.models import Disclosure


def begun_text(draft: Disclosure, text: str) -> str:
    """The text with 决算情况说明 written anew from the tables; without one, with the frame of a narrative."""
    paragraphs = PastedText(draft, text).paragraphs if text.strip() else ()
    return as_text(narrative(load(draft), last_year_of(draft), paragraphs))
