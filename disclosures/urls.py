"""Which package answers which address."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from disclosures.entry.drafts.session import session, signed_in
from disclosures.entry.guide import guide_page
from disclosures.exports.document.views import draft_document
from disclosures.pages.components import views as components

handler404 = "disclosures.pages.not_found.not_found"
handler500 = "disclosures.serving.failures.failed"

urlpatterns = [
    path("admin/components/", admin.site.admin_view(components.components), name="components"),
    path("admin/session/", session, name="session"),
    path("admin/session/signed-in/", admin.site.admin_view(signed_in), name="signed_in"),
    path("admin/guide/", admin.site.admin_view(guide_page), name="guide"),
    path("admin/documents/<int:pk>.<str:suffix>", admin.site.admin_view(draft_document), name="draft_document"),
    path("admin/", admin.site.urls),
    path("", include("disclosures.pages.machines")),
    path("", include("disclosures.exports.urls")),
    path("", include("disclosures.pages.lists.urls")),
    path("api/", include("disclosures.exports.api.urls")),
    *i18n_patterns(path("", include("disclosures.pages.urls")), prefix_default_language=False),
]
