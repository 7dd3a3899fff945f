"""The unit's evaluation of its own performance: all forms with their scores, and one form."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey
from disclosures.pages.charts.plotly import figure_json
from disclosures.pages.checks.marks import form_marks
from disclosures.pages.embedding import embeddable, template_for
from disclosures.pages.performance.chart import performance_chart, scores_of
from disclosures.pages.performance.forms import form_heads, form_page
from disclosures.pages.shared.frame import Crumb, frame_of
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.models import Disclosure


@of_a_disclosure
def performance(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """Every form with its money and its score."""
    frame = frame_of(disclosure, edition, _("绩效自评"))
    return render(request, "pages/performance.html", {"frame": frame, "forms": form_heads(disclosure, frame.links)})


@embeddable
@of_a_disclosure
def performance_form(request: HttpRequest, disclosure: Disclosure, edition: EditionKey, number: int) -> HttpResponse:
    """One form from head to total."""
    page = form_page(disclosure, links.of(disclosure, edition), number)
    if page is None:
        raise Http404
    above = Crumb(_("绩效自评"), links.of(disclosure, edition).performance())
    frame = frame_of(disclosure, edition, above, _("自评表 {number}").format(number=number))
    marks = form_marks(disclosure, frame.links, page.form.position)
    chart = performance_chart(page, frame.links)
    template = template_for(request, "pages/performance_form.html", "pages/embed/form.html")
    return render(request, template, {"frame": frame, "page": page, "marks": marks, "chart": chart})


@of_a_disclosure
def chart(request: HttpRequest, disclosure: Disclosure, edition: EditionKey, number: int) -> HttpResponse:
    """The indicators of one form, as a figure in JSON that plotly draws."""
    page = form_page(disclosure, links.of(disclosure, edition), number)
    drawing = page and scores_of(page)
    if not drawing:
        raise Http404
    return HttpResponse(figure_json(drawing), content_type="application/json")
