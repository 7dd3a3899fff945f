"""`text|term` is what the language of the page calls an official term; `text|gloss` stands beside the official words;
`{% in_language "en" %}` is the address of the page in that language; `{% count_of_tables year %}` is 九, or nine;
`{% menu as in_menu %}` are the pages that the head of every page leads to. `name|unit_name` and `name|code_name` are
names in the language of the page with the published one beside it; `text|counted:unit` is a figure in millions."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from disclosures.classification.spelling import spelt
from disclosures.pages import language
from disclosures.pages.shared.money import beside
from disclosures.statements import terms
from disclosures.statements.editions import NEWEST

register = template.Library()
register.filter("term", terms.term)
register.filter("gloss", terms.gloss)
register.filter("counted", beside)


@register.filter
def unit_name(name: str) -> str:
    """An office: in English by its sound, with its Chinese name beside."""
    return _beside(spelt(name), name) if get_language() == terms.ENGLISH else name


@register.filter
def code_name(name: str) -> str:
    """A code: in English by what it means, with its Chinese name beside."""
    return _beside(called, name) if (called := terms.gloss(name)) else name


def _beside(called: str, name: str) -> str:
    return format_html('{} <small class="own" lang="zh-Hans">{}</small>', called, name)


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
