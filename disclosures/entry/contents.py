"""What a disclosure consists of, as its page lists it and as it goes with it: its parts, counted at once."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.urls import reverse

from disclosures.publication.history import fetch_histories
from disclosures.publication.parts import links
from disclosures.statements.editions import holds_in
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.models import PARTS, Disclosure, StatementHead

# What has a page of its own: a head stands on the page of its table, tasks and indicators on the one of their form.
ON_PAGES = [part for part in PARTS if part is not StatementHead and not links(part)]


def parts_of(disclosure: Disclosure) -> list[dict]:
    """The parts in the order of the document, with page and number of rows; whether a table is declared empty."""
    rows = next(_counted([disclosure]))
    heads = StatementHead.objects.filter(disclosure=disclosure, is_declared_empty=True)
    declared = set(heads.values_list("number", flat=True))
    return [
        {
            "title": part._meta.verbose_name,
            "rows": rows[str(part._meta.model_name)],
            "is_declared_empty": getattr(part, "number", "") in declared,
            "url": reverse("admin:statements_disclosure_part", args=[disclosure.pk, part._meta.model_name]),
        }
        for part in ON_PAGES
        if not issubclass(part, StatementLine) or holds_in(part, disclosure.year)
    ]


def deleted_with(model_admin, request, drafts: list[Disclosure]) -> tuple[list, dict, set, list]:
    """What goes with drafts, as Django asks for it: counted by part, where Django would fetch every row.

    Three queries, however many drafts; a draft that may not be deleted forbids the whole.
    """
    fetch_histories(drafts)
    name = model_admin.opts.verbose_name
    refused = {name for draft in drafts if not model_admin.has_delete_permission(request, draft)}
    counts: dict[Any, int] = {model_admin.opts.verbose_name_plural: len(drafts)}
    for rows in _counted(drafts):
        for part in ON_PAGES:
            title = part._meta.verbose_name
            counts[title] = counts.get(title, 0) + (rows[str(part._meta.model_name)] or 0)
    return [str(draft) for draft in drafts], counts, refused, []


def _counted(disclosures: list[Disclosure]) -> Iterator[Mapping[str, Any]]:
    """How many rows each part of each has, None where it has none; one query for all."""
    counts = {str(part._meta.model_name): _count(part) for part in ON_PAGES}
    yield from Disclosure.objects.filter(pk__in=[one.pk for one in disclosures]).values(**counts)


def _count(part: type[Part]) -> Subquery:
    rows = part._default_manager.filter(disclosure=OuterRef("pk")).order_by().values("disclosure")
    return Subquery(rows.annotate(count=Count("pk")).values("count"))
