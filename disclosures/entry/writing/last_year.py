"""A draft begun with last year's structure: codes, names, projects and indicators, and no figure of last year."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from disclosures.audit.recording import added, together
from disclosures.entry.beside import page_beside
from disclosures.entry.conflicts.blocks import ONE, Rows
from disclosures.entry.conflicts.shown import Shown, shown_before
from disclosures.entry.rows.lines import rows_of_form
from disclosures.publication.parts import content_fields, links
from disclosures.statements.editions import holds_in
from disclosures.statements.fields import Amount
from disclosures.statements.lines import ClassifiedLine, Part, StatementLine
from disclosures.statements.models import (
    PARTS,
    Disclosure,
    Paragraph,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    State,
    StatementHead,
)

# What is true of one year alone, besides amounts: what was reached, scores, reasons, where it was printed.
_OF_THE_YEAR: dict[type[Part], tuple[str, ...]] = {
    PerformanceForm: (
        "execution_rate", "outcome", "subtotal", "execution_score", "deduction", "total_score",
    ),
    PerformanceTask: ("rate", "score"),
    PerformanceIndicator: ("actual", "completion", "score", "deviation", "improvement"),
}  # fmt: skip
_OF_THE_DOCUMENT = ("as_printed", "place")
_NOT_BEGUN = (Paragraph, StatementHead)  # the text has its own page, heads say what is declared for that year


_Copies = dict[tuple[type[models.Model], int], Part]  # what is begun, by the row of last year that it was taken from


@dataclass(frozen=True)
class Beginning:
    """A draft and the accounts of the year before; what the draft has already stays as it is."""

    draft: Disclosure
    last: Disclosure

    @cached_property
    def rows(self) -> dict[type[Part], list[Part]]:
        """What each part that is still empty would begin with, unsaved; parents before children."""
        begun: dict[type[Part], list[Part]] = {}
        copies: _Copies = {}
        for model in PARTS:
            above = [link.related_model for link in links(model)]
            can_begin = self._can_begin(model) and all(each in begun for each in above)
            if can_begin and (rows := self._rows_of(model, copies)):
                begun[model] = rows
        return begun

    @property
    def counts(self) -> list[tuple[str, int]]:
        return [(str(model._meta.verbose_name), len(rows)) for model, rows in self.rows.items()]

    def save(self) -> None:
        """Give the empty parts of the draft, which must be locked, their rows."""
        for model, rows in self.rows.items():
            added(model._default_manager.bulk_create(rows))

    def _can_begin(self, model: type[Part]) -> bool:
        if model in _NOT_BEGUN or (issubclass(model, StatementLine) and not holds_in(model, self.draft.year)):
            return False
        return not model._default_manager.filter(disclosure=self.draft).exists()

    def _rows_of(self, model: type[Part], copies: _Copies) -> list[Part]:
        """The rows of the form where it prints them all, else last year's without their figures."""
        if issubclass(model, StatementLine) and not issubclass(model, ClassifiedLine):
            return list(rows_of_form(model, self.draft))
        rows = []
        for row in model._default_manager.filter(disclosure=self.last).order_by("position"):
            copies[model, row.pk] = new = self._without_figures(model, row)
            for link in links(model):
                setattr(new, link.name, copies[link.related_model, getattr(row, link.attname)])
            rows.append(new)
        return rows

    def _without_figures(self, model: type[Part], row: Any) -> Part:
        above = [link.name for link in links(model)]
        emptied = (*_OF_THE_YEAR.get(model, ()), *_OF_THE_DOCUMENT)
        kept = {
            field.attname: getattr(row, field.attname)
            for field in content_fields(model)
            if field.name not in (*above, *emptied) and not isinstance(field, Amount)
        }
        return model(disclosure=self.draft, **kept)


def has_last_year(draft: Disclosure) -> bool:
    """Whether the unit's accounts of the year before are in the system."""
    return _of_last_year(draft).exists()


def _of_last_year(draft: Disclosure) -> models.QuerySet[Disclosure]:
    return Disclosure.objects.filter(unit_id=draft.unit_id, year=draft.year - 1).order_by("-revision")


def last_year_url(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_last_year", args=[disclosure.pk])


def last_year_page(model_admin, request, disclosure: Disclosure):
    """Say what the draft would begin with, and do it when asked."""
    if not model_admin.has_change_permission(request, disclosure):
        raise PermissionDenied
    last = _of_last_year(disclosure).first()
    if not last:
        raise Http404(f"nothing of {disclosure.year - 1}")
    if request.method == "POST":
        with together():
            if Disclosure.objects.select_for_update().get(pk=disclosure.pk).state != State.DRAFT:
                raise PermissionDenied
            return _begun(model_admin, request, Beginning(disclosure, last))
    return _page(model_admin, request, Beginning(disclosure, last))


def _begun(model_admin, request, beginning: Beginning):
    """Begin, unless it has become another beginning than the one that was shown."""
    disclosure, shown = beginning.draft, shown_before(request)
    if not shown or shown.rows != _shown(beginning):
        messages.error(request, "没有填入：您打开这一页以后，草稿变了。下面是现在会填入的。")
        return _page(model_admin, request, beginning)
    beginning.save()
    rows = sum(count for _, count in beginning.counts)
    model_admin.log_change(request, disclosure, f"照 {beginning.last.year} 年度的结构填入 {rows} 行，没有金额。")
    model_admin.message_user(request, f"已照 {beginning.last.year} 年度的结构填入 {rows} 行；金额都空着。")
    return HttpResponseRedirect(reverse("admin:statements_disclosure_change", args=[disclosure.pk]))


def _page(model_admin, request, beginning: Beginning):
    token = Shown(request.path, timezone.now(), _shown(beginning)).token
    return page_beside(
        model_admin, request, beginning.draft, "last_year.html", "照上年的结构开始", beginning=beginning, shown=token
    )


def _shown(beginning: Beginning) -> dict[str, Rows]:
    """What the page says: how many rows each part would get."""
    return {"": {ONE: {name: str(count) for name, count in beginning.counts}}}
