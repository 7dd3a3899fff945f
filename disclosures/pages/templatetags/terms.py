"""`text|term` is what the language of the page calls an official term; `text|gloss` stands beside the official words;
`{% in_language "en" %}` is the address of the page in that language; `{% count_of_tables year %}` is 九, or nine;
`{% menu as in_menu %}` are the pages that the head of every page leads to. `name|unit_name`, `name|place_name` and
`name|code_name` are names in the language of the page with the published one beside it, `name|unit_words` the same
where no markup can stand; `text|counted:unit` is a figure in millions."""

from django import template
from django.utils.html import format_html

from disclosures.pages import language
from disclosures.pages.shared.money import beside
from disclosures.statements import terms
from disclosures.statements.editions import NEWEST

register = template.Library()
register.filter("term", terms.term)
register.filter("gloss", terms.gloss)
register.filter("counted", beside)
register.filter("unit_words", terms.unit_words)


@register.filter
def unit_name(name: str) -> str:
    """An office: in English by its sound, with its Chinese name beside."""
    return _beside(terms.called_unit(name), name)


@register.filter
def place_name(full_name: str) -> str:
    """A region: in English by its sound and what it is, with its Chinese name beside."""
    return _beside(terms.called_place(full_name), full_name)


@register.filter
def code_name(name: str) -> str:
    """A code: in English by what it means, with its Chinese name beside."""
    return _beside(terms.gloss(name), name)


def _beside(called: str, name: str) -> str:
    return format_html('{} <small class="own" lang="zh-Hans">{}</small>', called, name) if called else name


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
