"""Official codes across units and years."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.pages.code.classes import codes_page
from disclosures.pages.code.government import government_classes
from disclosures.pages.code.page import code_page
from disclosures.pages.shared.frame import Crumb
from disclosures.publication.caching import of_the_site


@of_the_site
def codes(request: HttpRequest) -> HttpResponse:
    """All classes of both classifications."""
    return render(request, "pages/codes.html", {"page": codes_page(request.GET)})


@of_the_site
def government_codes(request: HttpRequest) -> HttpResponse:
    """The classification that governments budget by."""
    crumbs = (Crumb(_("科目"), links.codes()), Crumb(_("政府预算支出经济分类科目")))
    return render(request, "pages/government_codes.html", {"classes": government_classes(), "crumbs": crumbs})


@of_the_site
def code(request: HttpRequest, scheme: str, code: str) -> HttpResponse:
    """What a code means, and who got or spent how much under it."""
    page = code_page(scheme, code, request.GET)
    if page is None:
        raise Http404
    return render(request, "pages/code.html", {"page": page, "crumbs": page.crumbs})
