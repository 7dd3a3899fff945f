"""A question, answered for a year."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.finding.front_door import QUESTIONS
from disclosures.pages.questions.page import question_page
from disclosures.publication.caching import of_the_site


@of_the_site
def question(request: HttpRequest, key: str) -> HttpResponse:
    """Who printed what, budget beside outturn."""
    if key not in QUESTIONS:
        raise Http404
    return render(request, "pages/question.html", {"page": question_page(QUESTIONS[key], request.GET)})
