"""The addresses of files: beside the page of the same table."""

from django.urls import path

from disclosures.exports import views
from disclosures.statements import addresses  # noqa: F401 (the converters of the routes)

urlpatterns = [
    path("checks.<str:suffix>", views.rules_file, name="rules_file"),
    path("units/<unit:unit>/<edition:edition>/tables/<table:number>.<str:suffix>", views.table_file, name="table_file"),
]
