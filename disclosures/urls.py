"""Which package answers which address."""

from django.contrib import admin
from django.urls import include, path

handler404 = "disclosures.pages.views.errors.not_found"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("disclosures.pages.urls")),
    path("", include("disclosures.exports.urls")),
]
