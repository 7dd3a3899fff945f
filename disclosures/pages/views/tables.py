"""One of the nine tables, and its picture."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.charts import icicle
from disclosures.pages.contents.frame import frame_of
from disclosures.pages.contents.table_page import chart_rows, crumbs_of, table_page
from disclosures.pages.panels import panel_table
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.addresses import EditionKey
from disclosures.statements.models import Disclosure
from disclosures.statements.selection import Selection


@of_a_disclosure
def table(request: HttpRequest, disclosure: Disclosure, edition: EditionKey, number: str) -> HttpResponse:
    """The table as its form prints it and as the address asks for it."""
    page = table_page(disclosure, edition, number, Selection.read(request.GET))
    frame = frame_of(disclosure, edition, *crumbs_of(page))
    panels = [panel_table(half) for half in page.halves]
    return render(request, "pages/table.html", {"frame": frame, "page": page, "table": page.table, "panels": panels})


@of_a_disclosure
def chart(request: HttpRequest, disclosure: Disclosure, edition: EditionKey, number: str) -> HttpResponse:
    """The same rows as a picture, as JSON that plotly draws."""
    rows = chart_rows(disclosure, edition, number, Selection.read(request.GET))
    if not rows:
        raise Http404
    return HttpResponse(icicle(rows), content_type="application/json")
