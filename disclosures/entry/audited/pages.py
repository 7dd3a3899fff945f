"""The list of the log, one entry of it, and the file; nothing here can be changed, and the database would refuse."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse

from disclosures.audit.models import Change
from disclosures.entry.access import ViewOnly
from disclosures.entry.audited.asking import (
    AskForm,
    change_for,
    changes_for,
    disclosure_asked,
    range_of,
    units_named,
)
from disclosures.entry.audited.csv_file import log_csv
from disclosures.entry.audited.wording import count_of, grid_of, rows_of, title_of
from disclosures.exports.naming import disposition
from disclosures.staff.rights import AUDIT
from disclosures.staff.scope import disclosures_for
from disclosures.statements.models import Disclosure

EACH_PAGE = 50


def log_url(disclosure: Disclosure) -> str:
    """The log of one revision."""
    return f"{reverse('admin:audit_change_changelist')}?disclosure={disclosure.pk}"


@admin.register(Change)
class ChangeAdmin(ViewOnly, admin.ModelAdmin):
    """Whoever has the right sees the own reach; of a disclosure, whoever may read it sees its log."""

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(AUDIT)

    def get_object(self, request, object_id, from_field=None):
        """What somebody does not reach is not found, on none of the pages that Django gives each model."""
        return change_for(request.user, object_id)

    def get_urls(self):
        export = path("export/", self.admin_site.admin_view(self.export), name="audit_change_export")
        return [export, *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        disclosure, form, changes = self._asked(request)
        page = Paginator(changes, EACH_PAGE).get_page(request.GET.get("page"))
        query = request.GET.copy()
        query.pop("page", None)
        shown = list(page)
        units = units_named(request.user, shown)
        rows = [
            (change, title_of(change), count_of(change), units.get(change.unit_number or 0, "")) for change in shown
        ]
        return self._page(
            request, "list.html", f"修改记录：{disclosure}" if disclosure else "修改记录",
            disclosure=disclosure, form=form, page=page, rows=rows, query=query.urlencode(),
        )  # fmt: skip

    def change_view(self, request, object_id, form_url="", extra_context=None):
        change = change_for(request.user, object_id)
        disclosure = change.disclosure and disclosures_for(request.user).filter(pk=change.disclosure).first()
        grid = grid_of(change)
        return self._page(
            request, "one.html", "修改记录",
            change=change, what=title_of(change), unit=units_named(request.user, [change]).get(change.unit_number or 0),
            disclosure=disclosure, log_url=disclosure and log_url(disclosure), grid=grid,
            rows=() if grid else list(rows_of(change)),
        )  # fmt: skip

    def export(self, request):
        """What the list shows, all pages of it."""
        _, form, changes = self._asked(request)
        asked = form.cleaned_data if form.is_valid() else {}
        since, until = range_of(changes, asked.get("since"), asked.get("until"))
        content = log_csv(changes, with_address=request.user.has_perm(AUDIT))
        named = disposition(f"修改记录-{since}至{until}.csv", f"changes-{since}-{until}.csv")
        headers = {"Content-Disposition": named, "Cache-Control": "no-store"}
        return StreamingHttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)

    def _asked(self, request):
        disclosure = disclosure_asked(request.user, request.GET.get("disclosure", ""))
        form = AskForm(request.GET)
        return disclosure, form, form.choose(changes_for(request.user, disclosure))

    def _page(self, request, template: str, title: str, **context) -> TemplateResponse:
        frame = {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        frame |= {"is_nav_sidebar_enabled": False, "has_right": request.user.has_perm(AUDIT)}
        return TemplateResponse(request, f"admin/audit/{template}", frame | context)
