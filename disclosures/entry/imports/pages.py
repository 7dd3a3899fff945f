"""The pages of uploaded files: a table of one's own files, and for each the preview of what becomes of it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from disclosures.entry.access import ViewOnly
from disclosures.entry.imports.choosing import MOST_OFFERED, ChoiceForm, twins_of
from disclosures.entry.imports.preview_page import preview_page
from disclosures.entry.imports.uploads import receive
from disclosures.entry.models import Progress, UploadedFile
from disclosures.entry.reports import sections_of
from disclosures.staff.rights import ADD
from disclosures.staff.scope import units_for

MOST_SHOWN = 500
_PENDING = (Progress.WAITING, Progress.READING)


@admin.register(UploadedFile)
class UploadedFileAdmin(ViewOnly, admin.ModelAdmin):
    """Whoever may import sees the own files; nothing here is changed but by the buttons of the page."""

    def has_module_permission(self, request):
        return request.user.has_perm(ADD)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(ADD)

    def get_queryset(self, request):
        own = super().get_queryset(request).filter(user=request.user)
        return own.select_related("unit__region__parent__parent", "disclosure__unit")

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        uploads = list(self.get_queryset(request).defer("content", "report")[:MOST_SHOWN])
        data = request.POST if request.POST.get("do") == "assign" else None
        units = units_for(request.user, ADD)
        choices = [
            ChoiceForm(upload, units, data, is_one_of_many=True)
            for upload in uploads
            if upload.state == Progress.READ and (data is None or f"file{upload.pk}-unit" in data)
        ]
        if data is None and request.method == "POST":
            self._receive(request)
            return HttpResponseRedirect(request.path)
        if data is not None and self._assign(request, choices):
            return HttpResponseRedirect(request.path)
        return self._list_page(request, uploads, choices, units)

    def _receive(self, request) -> None:
        kept, refused = receive(request.user, request.FILES.getlist("files"))
        for message in refused:
            messages.error(request, message)
        if kept:
            messages.success(request, f"收下 {len(kept)} 份文件，正在后台读取。")

    def _assign(self, request, choices: Sequence[ChoiceForm]) -> bool:
        """Save every choice that is right; False where one is not and the list has to be looked at again."""
        changed = [form for form in choices if form.has_changed()]
        right = [form for form in changed if form.is_valid()]
        for form in right:
            form.save()
        if right:
            messages.success(request, f"改好了 {len(right)} 份文件的单位和年度。")
        return len(right) == len(changed)

    def _list_page(self, request, uploads: list[UploadedFile], choices: Sequence[ChoiceForm], units):
        forms, twins = {form.upload.pk: form for form in choices}, twins_of(uploads)
        rows = [(upload, forms.get(upload.pk), twins.get(upload.pk)) for upload in uploads]
        pending = sum(upload.state in _PENDING for upload in uploads)
        context = {"rows": rows, "pending": pending, "done": len(uploads) - pending, "count": len(uploads)}
        context["units"] = list(units.order_by("region_id", "code")[:MOST_OFFERED]) if choices else []
        return self.page(request, "list.html", "导入文件", has_choices=bool(choices), **context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not self.has_view_permission(request):
            raise Http404
        upload = get_object_or_404(self.get_queryset(request), pk=object_id)
        if upload.state == Progress.READ:
            return preview_page(self, request, upload)
        if request.method == "POST":
            messages.error(request, "这份文件已经处理过了，没有再存一次。")
            return HttpResponseRedirect(request.path)
        sections = sections_of(upload.report) if upload.report else []
        is_pending = upload.state in _PENDING
        return self.page(request, "one.html", upload.name, upload=upload, sections=sections, is_pending=is_pending)

    def page(self, request, template: str, title: str, **context: Any) -> TemplateResponse:
        frame = {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        frame["is_nav_sidebar_enabled"] = False
        return TemplateResponse(request, f"admin/entry/uploadedfile/{template}", frame | context)


def list_url() -> str:
    return reverse("admin:entry_uploadedfile_changelist")
