"""Official terms in the language of the page: titles of tables, columns and rows are declared in Chinese alone, and the
catalogue of a language says what they are called there."""

from django.utils.translation import get_language, gettext

from disclosures.pages.language import ENGLISH
from disclosures.statements.fields import Amount


def term(text: str, official: str = "") -> str:
    """What the language of the page calls it, or the official words for it; as it is where neither is known."""
    return gloss(text, official) or str(text)


def column_term(column: Amount) -> str:
    """A column with the head that is printed above it and others."""
    heads = [head for head in (column.group, column.title) if head]
    return " · ".join(map(term, heads)) if gloss(column.title) else "".join(heads)


def gloss(text: str, official: str = "") -> str:
    """What another language than that of the forms calls it, to stand beside its own words; "" for none."""
    if get_language() != ENGLISH:
        return ""
    called = ((one, gettext(str(one))) for one in (text, official))
    return next((words for one, words in called if words != one), "")
