"""Official terms in the language of the page: titles of tables, columns and rows are declared in Chinese alone, and the
catalogue of a language says what they are called there."""

from django.utils.translation import get_language, gettext

from disclosures.pages.language import ENGLISH


def term(text: str) -> str:
    """What the language of the page calls it; as it is where the catalogue does not know it."""
    return gettext(str(text))


def gloss(text: str) -> str:
    """What another language than that of the forms calls it, to stand beside the official words; "" for none."""
    if get_language() != ENGLISH:
        return ""
    called = term(text)
    return "" if called == text else called
