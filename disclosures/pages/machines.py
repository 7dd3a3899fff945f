"""The addresses of what is the same in every language: feeds, the maps for machines, what frames there are, what may be
meant while somebody types, a file as received.
"""

from django.urls import path, re_path

from disclosures.addresses import keys as addresses  # noqa: F401 (the converters of the routes)
from disclosures.pages.feeds import views as feeds
from disclosures.pages.following import views as following
from disclosures.pages.oembed import views as oembed
from disclosures.pages.search import views as search
from disclosures.pages.source import views as source

urlpatterns = [
    path("feed.atom", feeds.atom, name="feed"),
    path("corrections.atom", feeds.corrections, name="corrections_feed"),
    path("units/<unit:unit>/feed.atom", feeds.unit, name="unit_feed"),
    re_path(r"^regions/(?P<region>[0-9]{6})/feed\.atom$", feeds.region, name="region_feed"),
    path("codes/<scheme:scheme>/<code:code>/feed.atom", feeds.code, name="code_feed"),
    path("oembed", oembed.oembed, name="oembed"),
    path("webhooks", following.webhooks, name="webhooks"),
    path("search/words.json", search.words, name="search_words"),
    path("robots.txt", feeds.robots, name="robots"),
    path("sitemap.xml", feeds.sitemaps, name="sitemaps"),
    path("sitemaps/<position:number>.xml", feeds.sitemap, name="sitemap"),
    path("units/<unit:unit>/<edition:edition>/source/file", source.source_file, name="source_file"),
]
