"""One page for the rows of one part of a revision: a table with its head, the duties, the terms, the text."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms.widgets import Script
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from disclosures.audit.recording import added
from disclosures.entry.access import DraftsOnly, OfReachedUnits
from disclosures.entry.conflicts.admins import NothingOverwritten
from disclosures.entry.drafts.saved import TellsWhatWasSaved
from disclosures.entry.rows.inlines import BLANK_ROWS, inlines_of
from disclosures.entry.rows.lines import outline_of, rows_of_form
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.models import Disclosure

MORE = "_more"  # the button that saves and asks for blank rows; its value says how many


class PartAdmin(NothingOverwritten, OfReachedUnits, DraftsOnly, TellsWhatWasSaved):
    """The page of one part; of the disclosure itself it changes nothing."""

    change_form_template = "admin/statements/disclosure/part.html"

    class Media:
        css = {"all": ("entry.css", "grid.css", "drafts/drafts.css")}
        js = (Script("grid/grid.js", type="module"), Script("drafts/drafts.js", type="module"))

    def __init__(self, part: type[Part], admin_site):
        super().__init__(Disclosure, admin_site)
        self.part = part
        self.inlines = inlines_of(part)  # type: ignore[misc]  # each part has its own; Django asks the instance

    def page(self, request, object_id):
        context = {
            "title": self.part._meta.verbose_name,
            "show_delete": False,
            "show_save_and_add_another": False,
            "is_nav_sidebar_enabled": False,  # the table needs the width
        }
        return self.changeform_view(request, str(object_id), extra_context=context)

    @method_decorator(require_POST)
    def fill_in(self, request, object_id):
        """Begin an empty table with the rows that the official form prints."""
        page = reverse("admin:statements_disclosure_part", args=[object_id, self.part._meta.model_name])
        with transaction.atomic():
            disclosure = self.get_object(request, str(object_id))
            if not self._may_fill_in(request, disclosure):
                raise PermissionDenied
            if self._has_rows(disclosure):
                self.message_user(request, "没有填入：这张表里已经有内容了，就在下面。", messages.ERROR)
                return HttpResponseRedirect(page)
            added(self.part._default_manager.bulk_create(rows_of_form(self.part, disclosure)))
        self.log_change(request, disclosure, f"{self.part._meta.verbose_name}：按表样填入各行。")
        return HttpResponseRedirect(page)

    def _may_fill_in(self, request, disclosure: Disclosure) -> bool:
        return bool(outline_of(self.part, disclosure.year)) and self.has_change_permission(request, disclosure)

    def _has_rows(self, disclosure: Disclosure) -> bool:
        return self.part._default_manager.filter(disclosure=disclosure).exists()

    def can_fill_in(self, request, disclosure: Disclosure) -> bool:
        return self._may_fill_in(request, disclosure) and not self._has_rows(disclosure)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["outline_url"] = self.can_fill_in(request, obj) and reverse(
            "admin:statements_disclosure_outline", args=[obj.pk, self.part._meta.model_name]
        )
        if issubclass(self.part, StatementLine):
            context["check_url"] = reverse(
                "admin:statements_disclosure_check", args=[obj.pk, self.part._meta.model_name]
            )
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_fieldsets(self, request, obj=None):
        return []

    def save_model(self, request, obj, form, change):
        """There is no field of the disclosure on the page."""

    def response_post_save_change(self, request, obj):
        if MORE in request.POST:
            return HttpResponseRedirect(f"{request.path}?{BLANK_ROWS}={request.POST[MORE]}")
        return HttpResponseRedirect(reverse("admin:statements_disclosure_change", args=[obj.pk]))
