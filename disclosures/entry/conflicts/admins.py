"""For admins whose pages several people may have open: a save that would overwrite a newer one is refused."""

from collections.abc import Iterator
from copy import copy
from typing import Any

from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.db import transaction

from disclosures.entry.access import LockedWhileSaving, disclosure_of
from disclosures.entry.conflicts.blocks import Block, of_form, of_formset
from disclosures.entry.conflicts.merging import Merge
from disclosures.entry.conflicts.rows import MergedRows
from disclosures.entry.conflicts.shown import shown_before, shown_now
from disclosures.entry.conflicts.told import closed_page, conflict_context, tell_others
from disclosures.statements.models import State


class NotSaved:
    """For a form that is shown again whatever it says, because somebody has to choose first."""

    def is_valid(self) -> bool:
        super().is_valid()  # type: ignore[misc]  # mixed into a form, whose own errors are shown too
        return False


class NothingOverwritten(LockedWhileSaving):
    """The page says what it showed; what is sent is compared with what is stored while nobody else can save."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        base: Any = super()
        if request.method != "POST" or object_id is None:
            return base.changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            if refused := self._prepared(request, self.get_object(request, unquote(object_id))):
                return refused
            return base.changeform_view(request, object_id, form_url, extra_context)

    def _prepared(self, request, obj):
        """Lay what was sent over what is stored; an answer where nothing can be saved at all."""
        shown, draft = shown_before(request), copy(obj)
        _as_draft(draft)
        if not self.has_change_permission(request, draft):
            return None  # for Django to refuse
        if not self.has_change_permission(request, obj) and not shown:
            return None
        merge = Merge(request.POST, shown)
        blocks = list(self._blocks(request, draft))
        for block in blocks:
            MergedRows(merge, block).take() if block.prefix else merge.take_form(block)
        if not self.has_change_permission(request, obj):
            return closed_page(self, request, obj, merge.own)
        tell_others(request, merge.others)
        request.POST, request.merge, request.shown = merge.data, merge, shown_now(request.path, blocks)
        return None

    def _blocks(self, request, obj) -> Iterator[Block]:
        """What the page lets type, as it is stored now."""
        admin: Any = self
        fields = flatten_fieldsets(admin.get_fieldsets(request, obj))
        yield of_form(admin.get_form(request, obj, change=True, fields=fields), obj)
        for factory, inline in admin.get_formsets_with_inlines(request, obj):
            rows = inline.get_queryset(request)
            yield of_formset(factory(instance=obj, prefix=factory.get_default_prefix(), queryset=rows), inline)

    def get_form(self, request, obj=None, change=False, **kwargs):
        base: Any = super()
        form = base.get_form(request, obj, change, **kwargs)
        merge = getattr(request, "merge", None)
        return type(form.__name__, (NotSaved, form), {}) if merge and merge.conflicts else form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and self.has_change_permission(request, obj):
            context |= conflict_context(
                request, obj, getattr(request, "merge", None), self._shown(request, context, obj)
            )
        base: Any = super()
        return base.render_change_form(request, context, add=add, change=change, form_url=form_url, obj=obj)

    def _shown(self, request, context, obj):
        """What the page shows: of a page with errors, what was stored when it was sent."""
        if shown := getattr(request, "shown", None):
            return shown
        form = context["adminform"].form
        inlines = [(one.formset, one.opts) for one in context["inline_admin_formsets"]]
        return shown_now(request.path, [of_form(form, obj), *(of_formset(*pair) for pair in inlines)])


def _as_draft(obj: Any) -> None:
    """Let the pages of a copy be made as they were while it was a draft; it is never saved."""
    if obj is disclosure_of(obj):
        obj.state = State.DRAFT
    else:
        obj.disclosure = copy(obj.disclosure)
        obj.disclosure.state = State.DRAFT
