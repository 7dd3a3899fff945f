"""The addresses of files: beside the page of the same table."""

from django.urls import path

from disclosures.addresses import keys as addresses  # noqa: F401 (the converters of the routes)
from disclosures.exports import views, whole

DISCLOSURE = "units/<unit:unit>/<edition:edition>"

urlpatterns = [
    path("checks.<str:suffix>", views.rules_file, name="rules_file"),
    path("data/<year:year>.csv", whole.year_file, name="year_file"),
    path(DISCLOSURE + ".zip", whole.archive_file, name="archive"),
    path(DISCLOSURE + "/dataset.jsonld", whole.metadata, name="metadata"),
    path(DISCLOSURE + "/tables/<table:number>.<str:suffix>", views.table_file, name="table_file"),
]
