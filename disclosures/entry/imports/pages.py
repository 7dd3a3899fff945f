"""The pages of uploaded files: a table of one's own files, and for each what was read and what becomes of it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from disclosures.documents.items import DocumentError
from disclosures.entry.imports.accepting import accept, discard, standing, what_happens
from disclosures.entry.imports.uploads import receive
from disclosures.entry.models import Progress, UploadedFile
from disclosures.entry.reports import sections_of
from disclosures.intake.store import RefusedImportError
from disclosures.staff.rights import ADD
from disclosures.staff.scope import units_for
from disclosures.statements.models import Disclosure, State, Unit

MOST_SHOWN = 500
_PENDING = (Progress.WAITING, Progress.READING)


class AcceptForm(forms.Form):
    """For which unit and year the file is taken; what the file says otherwise, or what it replaces, is confirmed."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label="单位")
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    confirmed = forms.BooleanField(label="文件上的单位不同，或要替换已有草稿：我已核对", required=False)

    def __init__(self, upload: UploadedFile, units, data=None):
        super().__init__(data, initial={"unit": upload.unit_id, "year": upload.year})
        self.upload = upload
        self.seen: Disclosure | None = None
        choice = self.fields["unit"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = units

    def clean(self):
        unit, year = self.cleaned_data.get("unit"), self.cleaned_data.get("year")
        self.seen = standing(unit, year) if unit and year else None
        if unit and year and not self.cleaned_data.get("confirmed"):
            for message in self._to_confirm(unit, year):
                self.add_error("confirmed", message)
        return self.cleaned_data

    def _to_confirm(self, unit: Unit, year: int):
        named = self.upload.unit_name
        if named and named != unit.name:
            yield f"文件上的单位是“{named}”，选的是“{unit.name}”；确实要存，请打勾。"
        if self.seen and self.seen.state == State.DRAFT:
            yield f"{what_happens(self.seen)}确实要存，请打勾。"


@admin.register(UploadedFile)
class UploadedFileAdmin(admin.ModelAdmin):
    """Whoever may import sees the own files; nothing here is changed but by the buttons of the page."""

    def has_module_permission(self, request):
        return request.user.has_perm(ADD)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(ADD)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).filter(user=request.user).select_related("unit", "disclosure__unit")

    def changelist_view(self, request, extra_context=None):
        self._ask_right(request)
        if request.method == "POST":
            kept, refused = receive(request.user, request.FILES.getlist("files"))
            for message in refused:
                messages.error(request, message)
            if kept:
                messages.success(request, f"收下 {len(kept)} 份文件，正在后台读取。")
            return HttpResponseRedirect(reverse("admin:entry_uploadedfile_changelist"))
        uploads = list(self.get_queryset(request).defer("content", "report")[:MOST_SHOWN])
        is_pending = any(upload.state in _PENDING for upload in uploads)
        return self._page(request, "list.html", "导入文件", uploads=uploads, is_pending=is_pending)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        self._ask_right(request)
        upload = get_object_or_404(self.get_queryset(request), pk=object_id)
        units = units_for(request.user, ADD)
        form = AcceptForm(upload, units, request.POST or None) if upload.state == Progress.READ else None
        if request.method == "POST" and self._is_done(request, upload, form):
            return HttpResponseRedirect(request.path)
        is_reached = upload.year and upload.unit_id and units.filter(pk=upload.unit_id).exists()
        happens = what_happens(standing(upload.unit, upload.year)) if form and is_reached else ""
        sections = sections_of(upload.report) if upload.report else []
        return self._page(
            request, "one.html", upload.name, upload=upload, form=form, happens=happens, sections=sections
        )

    def _is_done(self, request, upload: UploadedFile, form: AcceptForm | None) -> bool:
        """Do what the button says; False where the form has to be looked at again."""
        try:
            if request.POST.get("do") == "discard":
                discard(upload)
            elif form is None:
                messages.error(request, "这份文件已经处理过了，没有再存一次。")
            elif form.is_valid():
                accept(upload, form.cleaned_data["unit"], form.cleaned_data["year"], form.seen)
                messages.success(request, "已存为草稿。")
            else:
                return False
        except (RefusedImportError, DocumentError) as error:
            messages.error(request, str(error))
        return True

    def _ask_right(self, request) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied

    def _page(self, request, template: str, title: str, **context) -> TemplateResponse:
        frame = {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        frame["is_nav_sidebar_enabled"] = False
        return TemplateResponse(request, f"admin/entry/uploadedfile/{template}", frame | context)
