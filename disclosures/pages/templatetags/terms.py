"""`text|term` is what the language of the page calls an official term; `text|gloss` stands beside the official words;
`{% in_language "en" %}` is the address of the page in that language; `{% count_of_tables year %}` is 九, or nine;
`{% menu as in_menu %}` are the pages that the head of every page leads to."""

from django import template

from disclosures.pages import language
from disclosures.statements import terms
from disclosures.statements.editions import NEWEST

register = template.Library()
register.filter("term", terms.term)
register.filter("gloss", terms.gloss)


@register.simple_tag(takes_context=True)
def in_language(context: template.Context, code: str) -> str:
    """The same page, asked in the same way."""
    return language.translated(context["request"].get_full_path(), code)


@register.simple_tag
def count_of_tables(year: int = NEWEST) -> str:
    """How many tables the form of that year has, in the words of the language of the page."""
    return terms.count_of_tables(year)


@register.simple_tag
def menu() -> list:
    """Asked for late: the pages use templates that use this."""
    from disclosures.pages.general import PAGES

    return [page for page in PAGES if page.menu]
