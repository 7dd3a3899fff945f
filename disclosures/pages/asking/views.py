"""The form, and the page of one question for who asked it: for one person, so nothing keeps them.

There is no session to steal and no cookie: what other sites could send in a reader's name is told by the browser's own
headers and by a token that only our form has.
"""

from urllib.parse import urlencode

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey, UnitKey
from disclosures.pages.asking.form import AskForm, token_for
from disclosures.pages.asking.places import Place, place_of
from disclosures.pages.shared.frame import frame_of
from disclosures.pages.shared.origin import is_from_here
from disclosures.publication.current import public_revision
from disclosures.publication.models import ReaderQuestion
from disclosures.publication.questions.asking import TooManyError, take
from disclosures.publication.questions.forgetting import KEPT_DAYS
from disclosures.staff.signing_in.address import client_address
from disclosures.statements.models import Disclosure

NAMED = ("table", "row", "column", "finding", "page")  # what an address may say of the place


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, unit: UnitKey, edition: EditionKey) -> HttpResponse:
    """The form about the place that the address names; what is sent is kept, and its asker led to its page."""
    disclosure = public_revision(unit.region, unit.code, edition.year, edition.revision)
    if disclosure is None:
        raise Http404
    place = place_of(disclosure, request.GET)
    form = AskForm(disclosure, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _shown(request, disclosure, edition, place, form)
    if not is_from_here(request):
        return _shown(request, disclosure, edition, place, form, 403, _("这一页要在本网站上打开后提交。"))
    if not form.is_valid():
        return _shown(request, disclosure, edition, place, form, 400)
    try:
        question = _taken(request, disclosure, place, form)
    except TooManyError:
        said = _("您或很多人刚才问了不少问题，请一小时以后再提交。您写的还在下面。")
        return _shown(request, disclosure, edition, place, form, 429, said)
    return HttpResponseRedirect(links.asked(question.key), status=303)


def _taken(request: HttpRequest, disclosure: Disclosure, place: Place, form: AskForm) -> ReaderQuestion:
    return take(
        form.cleaned_data["key"],
        client_address(request) or "",
        disclosure=disclosure,
        place=place.path,
        subject=place.subject,
        text=form.cleaned_data["text"],
        email=form.cleaned_data.get("email", ""),
    )


def _shown(
    request: HttpRequest,
    disclosure: Disclosure,
    edition: EditionKey,
    place: Place,
    form: AskForm,
    status: int = 200,
    trouble: str = "",
) -> HttpResponse:
    request.has_made_up = disclosure.unit.is_made_up  # type: ignore[attr-defined]
    named = urlencode([(name, request.GET[name]) for name in NAMED if name in request.GET])
    shown = {
        "frame": frame_of(disclosure, edition, _("提问")),
        "place": place,
        "back": links.pinned(disclosure).front() + place.path,
        "action": f"{request.path}?{named}" if named else request.path,
        "form": form,
        "token": token_for(disclosure) if not form.is_bound or form.is_stale else form.data["token"],
        "trouble": trouble,
        "takes_mail": bool(settings.EMAIL_HOST),
        "days": KEPT_DAYS,
    }
    answer = render(request, "pages/questions/ask.html", shown, status=status)
    if status == 429:
        answer.headers["Retry-After"] = "3600"
    return answer


@never_cache
@require_safe
def asked(request: HttpRequest, key: str) -> HttpResponse:
    """The question with its number, what happens next, and the answer once there is one; for who has its address."""
    questions = ReaderQuestion.objects.using(DEFAULT_DB_ALIAS)  # a standby may not have it yet
    question = get_object_or_404(questions.select_related("disclosure__unit"), key=key)
    request.has_made_up = question.disclosure.unit.is_made_up  # type: ignore[attr-defined]
    back = links.pinned(question.disclosure).front() + question.place
    shown = {"question": question, "back": back, "disclosure": question.disclosure, "days": KEPT_DAYS}
    return render(request, "pages/questions/asked.html", shown)
