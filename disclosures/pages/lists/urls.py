"""The addresses of lists as files: that of the page, with an ending in place of its last slash."""

from django.urls import path

from disclosures.addresses import keys as addresses  # noqa: F401 (the converters of the routes)
from disclosures.pages.lists import views

urlpatterns = [
    *(path(f"{name}.<str:suffix>", view, name=f"{name}_list") for name, view in views.OF_THE_SITE.items()),
    path("codes/<scheme:scheme>/<code:code>.<str:suffix>", views.spenders, name="code_list"),
    path("questions/<slug:key>.<str:suffix>", views.answers, name="question_list"),
    path("units/<unit:unit>/<edition:edition>/checks.<str:suffix>", views.findings, name="findings_list"),
]
