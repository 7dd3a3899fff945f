"""How the rules judge a table as it is typed, before anything is saved: the answer to a script's question."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from disclosures.amounts import Outcome
from disclosures.checks.cell_figures import CellFigure
from disclosures.checks.outcomes import Result
from disclosures.checks.register.tables import RULES
from disclosures.checks.wording.relations import Relation
from disclosures.statements.fields import Amount
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.loaded import LoadedDisclosure, parts_of
from disclosures.statements.models import StatementHead, statements_in

_TOLD = (Outcome.BROKEN, Outcome.ROUNDING, Outcome.EQUAL)  # of several verdicts on a cell the first is shown
_FROM_NEW_ROWS = 1_000_000  # where rows without a place stand: behind all others


@dataclass(frozen=True)
class Verdict:
    """What a rule says of a cell, with what it should be; `input_name` is the input of the cell."""

    input_name: str
    outcome: Outcome
    message: str
    expected: str


def check_page(part_admin: Any, request, pk: int) -> JsonResponse:
    """Judge the rows in the request; nothing is saved. For those who may change the table."""
    disclosure = get_object_or_404(part_admin.get_queryset(request), pk=pk)
    if not part_admin.has_change_permission(request, disclosure):
        raise PermissionDenied
    formset = _formset(part_admin, request, disclosure)
    lines = {id(line): (line, form) for line, form in _typed_lines(formset)}
    verdicts = _judged(disclosure, part_admin.part, lines)
    errors = {
        form.add_prefix(name): " ".join(map(str, messages))
        for form in formset.forms
        for name, messages in form.errors.items()
        if name in form.fields
    }
    return JsonResponse({
        "errors": errors,
        "verdicts": {
            one.input_name: {"outcome": one.outcome.value, "message": one.message, "expected": one.expected}
            for one in reversed(verdicts)  # the first of several on a cell wins
        },
        "summary": _summary(verdicts, errors),
    })  # fmt: skip


def _formset(part_admin: Any, request, disclosure) -> Any:
    """The very form set that would be saved, with what is typed now."""
    pairs = part_admin.get_formsets_with_inlines(request, disclosure)
    factory, inline = next(pair for pair in pairs if pair[1].model is part_admin.part)
    formset = factory(
        request.POST,
        instance=disclosure,
        prefix=factory.get_default_prefix(),
        queryset=inline.get_queryset(request),
    )
    for form in formset.forms:
        form.fields.pop(form.instance._meta.pk.name, None)  # it would ask for each row once more, only to save it
    formset.is_valid()
    return formset


def _typed_lines(formset: Any) -> Iterator[tuple[StatementLine, Any]]:
    """The rows as they would be saved; a figure that cannot be read counts as blank, and is told as an error."""
    for index, form in enumerate(formset.forms):
        if form in formset.deleted_forms or not (form.instance.pk or form.has_changed()):
            continue
        line = form.instance
        if not form.errors:
            form.save(commit=False)
        for name in form.errors:
            if name in form.fields and isinstance(line._meta.get_field(name), Amount):
                setattr(line, name, None)
        if not line.position:
            line.position = _FROM_NEW_ROWS + index
        yield line, form


def _judged(disclosure, model: type[StatementLine], lines: dict[int, tuple[StatementLine, Any]]) -> list[Verdict]:
    """The verdicts on cells of this table, the worst first; other tables are taken as they are stored."""
    others: list[type[Part]] = [
        StatementHead,
        *(other for other in statements_in(disclosure.year).values() if other is not model),
    ]
    rows = sorted((line for line, _ in lines.values()), key=lambda line: line.position)
    loaded = LoadedDisclosure(disclosure, chain(parts_of(disclosure, others), rows))
    results = chain.from_iterable(rule.check(rule.code, loaded) for rule in RULES)
    found = [verdict for result in results for verdict in _verdicts(result, lines)]
    return sorted(found, key=lambda verdict: _TOLD.index(verdict.outcome))


def _verdicts(result: Result, lines: dict[int, tuple[StatementLine, Any]]) -> Iterator[Verdict]:
    """One on the side of this table, if the rule names one; that a part is no more than its whole is no sum."""
    if result.outcome not in _TOLD or (result.relation == Relation.AT_MOST and result.outcome != Outcome.BROKEN):
        return
    for side, other in ((result.left, result.right), (result.right, result.left)):
        known = lines.get(id(side.line)) if isinstance(side, CellFigure) else None
        if known and isinstance(side, CellFigure):
            name = known[1].add_prefix(side.column)
            yield Verdict(name, result.outcome, result.message, other.text if other else "")
            return


def _summary(verdicts: list[Verdict], errors: dict[str, str]) -> str:
    counts = Counter(verdict.outcome for verdict in verdicts)
    context = {
        "broken": [verdict for verdict in verdicts if verdict.outcome == Outcome.BROKEN],
        "equal": counts[Outcome.EQUAL],
        "rounding": counts[Outcome.ROUNDING],
        "errors": errors,
    }
    return render_to_string("admin/statements/disclosure/_verdicts.html", context)
