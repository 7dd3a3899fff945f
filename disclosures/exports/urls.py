"""The addresses of files: beside the page of the same table."""

from django.urls import path, re_path

from disclosures.addresses import keys as addresses  # noqa: F401 (the converters of the routes)
from disclosures.exports import signed_lists, views, whole
from disclosures.exports.document import views as documents
from disclosures.exports.packages import views as packages
from disclosures.exports.pictures import views as pictures

DISCLOSURE = "units/<unit:unit>/<edition:edition>"

urlpatterns = [
    path("checks.<str:suffix>", views.rules_file, name="rules_file"),
    path("digests/", signed_lists.index, name="signed_lists"),
    re_path(r"^digests/(?P<month>\d{4}-\d{2})\.(?P<suffix>json|sig|pem)$", signed_lists.file, name="signed_list"),
    path("data/<year:year>.csv", whole.year_file, name="year_file"),
    path("data/<year:year>.parquet", packages.year_parquet, name="year_parquet"),
    path("data/<year:year>.datapackage.json", packages.year_descriptor, name="year_package"),
    path("data/everything.sqlite", packages.everything, name="everything"),
    path("data/catalog.jsonld", packages.dcat, name="catalogue"),
    path(DISCLOSURE + ".zip", whole.archive_file, name="archive"),
    path(DISCLOSURE + "/document.<str:suffix>", documents.document, name="document"),
    path(DISCLOSURE + "/datapackage.json", packages.descriptor, name="package"),
    path(DISCLOSURE + "/dataset.jsonld", whole.metadata, name="metadata"),
    path(DISCLOSURE + "/card.png", pictures.card, name="card"),
    path(DISCLOSURE + "/tables/<table:number>.png", pictures.card, name="table_card"),
    path(DISCLOSURE + "/tables/<table:number>.<str:suffix>", views.table_file, name="table_file"),
]
