"""Performance self-evaluation as its reader meets it: the forms of a disclosure, fetched."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count

from disclosures.addresses.links import DisclosureLinks
from disclosures.amounts import Precision
from disclosures.statements.models import Disclosure, PerformanceForm
from disclosures.tables.performance.forms import FormHead, FormPage, head_of, page_of


def form_heads(disclosure: Disclosure, pages: DisclosureLinks) -> tuple[FormHead, ...]:
    """All forms, numbered by their order from 1; one query."""
    return _heads(_forms(disclosure), disclosure.precision, pages)


def form_page(disclosure: Disclosure, pages: DisclosureLinks, number: int) -> FormPage | None:
    """The form with that number, in three queries; None where there is none."""
    forms = list(_forms(disclosure))
    if not 1 <= number <= len(forms):
        return None
    form, precision = forms[number - 1], disclosure.precision
    heads = _heads(forms, precision, pages)
    tasks, indicators = form.tasks.order_by("position"), form.indicators.order_by("position")
    return page_of(heads[number - 1], form, tasks, indicators, precision, pages.place, heads)


def _forms(disclosure: Disclosure):
    forms = PerformanceForm.objects.filter(disclosure=disclosure)
    return forms.annotate(indicator_count=Count("indicators")).order_by("position")


def _heads(forms: Iterable[Any], precision: Precision, pages: DisclosureLinks) -> tuple[FormHead, ...]:
    return tuple(
        head_of(number, pages.performance_form(number), form, precision, form.indicator_count)
        for number, form in enumerate(forms, start=1)
    )
