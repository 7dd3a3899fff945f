"""The addresses of what is the same in every language: the feed, the maps for machines, what may be
meant while somebody types, a file as received.
"""

from django.urls import path

from disclosures.addresses import keys as addresses  # noqa: F401 (the converters of the routes)
from disclosures.pages.feeds import views as feeds
from disclosures.pages.search import views as search
from disclosures.pages.source import views as source

urlpatterns = [
    path("feed.atom", feeds.atom, name="feed"),
    path("search/words.json", search.words, name="search_words"),
    path("robots.txt", feeds.robots, name="robots"),
    path("sitemap.xml", feeds.sitemaps, name="sitemaps"),
    path("sitemaps/<position:number>.xml", feeds.sitemap, name="sitemap"),
    path("units/<unit:unit>/<edition:edition>/source/file", source.source_file, name="source_file"),
]
