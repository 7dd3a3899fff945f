"""`{% mail_form feed as by_mail %}` is where a reader asks for mail about a feed; "" where this site sends none.
`title|followed` is what a feed is called: in the language of the page where it is of the whole site."""

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import get_language, gettext

from disclosures.addresses import alerts
from disclosures.statements.terms import ENGLISH

register = template.Library()


@register.simple_tag
def mail_form(feed: str = "") -> str:
    """The address of the form."""
    return alerts.form(feed) if settings.MAIL_ALERTS else ""


@register.filter
def followed(title: str) -> str:
    """Names of units, regions and codes stay as the documents have them, marked as Chinese on an English page."""
    said = gettext(title)
    is_of_documents = get_language() == ENGLISH and said == title
    return format_html('<span lang="zh-Hans">{}</span>', said) if is_of_documents else said
