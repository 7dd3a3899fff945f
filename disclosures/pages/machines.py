"""The addresses of what is the same in every language: the feed, the maps for machines, a file as received."""

from django.urls import path

from disclosures.pages.views import feeds, source
from disclosures.statements import addresses  # noqa: F401 (the converters of the routes)

urlpatterns = [
    path("feed.atom", feeds.atom, name="feed"),
    path("robots.txt", feeds.robots, name="robots"),
    path("sitemap.xml", feeds.sitemaps, name="sitemaps"),
    path("sitemaps/<int:number>.xml", feeds.sitemap, name="sitemap"),
    path("units/<unit:unit>/<edition:edition>/source/file", source.source_file, name="source_file"),
]
