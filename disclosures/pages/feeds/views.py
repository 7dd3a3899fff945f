"""What machines read: feeds of publications, the maps of the site, what they may ask for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.feedgenerator import Atom1Feed

from disclosures.addresses import links
from disclosures.addresses.keys import UnitKey
from disclosures.characters import without_unseen
from disclosures.pages.feeds import channels
from disclosures.pages.feeds import page as feeds
from disclosures.publication.caching import of_the_site

XML = "application/xml"
ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: {search}\n\nSitemap: {sitemap}\n"


@of_the_site
def atom(request: HttpRequest) -> HttpResponse:
    """The latest publications of the site."""
    return _atom(request, channels.everything())


@of_the_site
def corrections(request: HttpRequest) -> HttpResponse:
    """The latest corrections of the site."""
    return _atom(request, channels.corrections())


@of_the_site
def unit(request: HttpRequest, unit: UnitKey) -> HttpResponse:
    """The latest publications of a unit."""
    return _atom(request, channels.of_unit(unit))


@of_the_site
def region(request: HttpRequest, region: str) -> HttpResponse:
    """The latest publications of a region and of all below it."""
    return _atom(request, channels.of_region(region))


@of_the_site
def code(request: HttpRequest, scheme: str, code: str) -> HttpResponse:
    """The latest publications that print a code."""
    return _atom(request, channels.of_code(scheme, code))


def _atom(request: HttpRequest, channel: channels.Channel | None) -> HttpResponse:
    """What is new in a channel, each publication under the address of its revision."""
    if channel is None:
        raise Http404
    whole = request.build_absolute_uri
    title, page, address = without_unseen(channel.title), whole(channel.page), whole(channel.address)
    feed = Atom1Feed(title, page, "", language="zh-Hans", feed_url=address)
    for news in feeds.latest_news(channel):
        href, when = whole(news.href), news.published_at
        title, summary, unit = map(without_unseen, (news.title, news.summary, news.unit))
        feed.add_item(title, href, summary, unit, pubdate=when, updateddate=when, unique_id=href)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


@of_the_site
def sitemaps(request: HttpRequest) -> HttpResponse:
    """All maps."""
    return _map(request, "sitemapindex", "sitemap", feeds.maps())


@of_the_site
def sitemap(request: HttpRequest, number: int) -> HttpResponse:
    """The addresses of one map."""
    places = feeds.places_of(number)
    if not places:
        raise Http404
    return _map(request, "urlset", "url", places)


def _map(request: HttpRequest, whole: str, each: str, places: list[feeds.MapEntry]) -> HttpResponse:
    context = {"site": request.build_absolute_uri("/")[:-1], "whole": whole, "each": each, "places": places}
    return render(request, "sitemap.xml", context, content_type=XML)


@of_the_site
def robots(request: HttpRequest) -> HttpResponse:
    """Everything but what has no end, and where the maps are."""
    sitemap = request.build_absolute_uri(links.sitemap())
    return HttpResponse(ROBOTS.format(search=links.search(), sitemap=sitemap), content_type="text/plain; charset=utf-8")
