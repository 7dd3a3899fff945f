"""What the first page of the admin asks for: somebody's work."""

from django import template

from disclosures.entry.year.work import Work, work_of

register = template.Library()


@register.simple_tag(takes_context=True)
def my_work(context) -> Work:
    """The work of whoever looks at the page."""
    return work_of(context["request"])
