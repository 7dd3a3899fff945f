"""Official terms in the language of the page: titles of tables, columns and rows are declared in Chinese alone, and the
catalogue of a language says what they are called there."""

from django.utils.translation import get_language, gettext

from disclosures.pages.language import ENGLISH


def term(text: str, official: str = "") -> str:
    """What the language of the page calls it, or the official words for it; as it is where neither is known."""
    return gloss(text, official) or str(text)


def gloss(text: str, official: str = "") -> str:
    """What another language than that of the forms calls it, to stand beside its own words; "" for none."""
    if get_language() != ENGLISH:
        return ""
    called = ((one, gettext(str(one))) for one in (text, official))
    return next((words for one, words in called if words != one), "")
