"""Every component of the templates on one page, for staff."""

from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from disclosures.pages.components.catalogue import shown


@never_cache
@staff_member_required
def components(request: HttpRequest) -> HttpResponse:
    """As they look with what is published now."""
    return render(request, "pages/components.html", {"groups": shown(request)})
