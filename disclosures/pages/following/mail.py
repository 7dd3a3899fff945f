"""Where a reader asks for mail, confirms and leaves: for one person, so nothing keeps these pages.

Links in a mail open pages with a button: programs that look through mail follow links, and confirm or end nothing.
There is no cookie; who has the key of a mail is who reads it.
"""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from disclosures.addresses import alerts as addresses
from disclosures.pages.following.mail_form import MailForm
from disclosures.pages.shared.origin import is_from_here
from disclosures.publication.alerts import subscribing
from disclosures.publication.alerts.subscribing import KEPT_DAYS
from disclosures.publication.current import site_state
from disclosures.publication.questions.asking import TooManyError
from disclosures.staff.signing_in.address import client_address

_EITHER = require_http_methods(["GET", "HEAD", "POST"])


@csrf_exempt
@never_cache
@_EITHER
def mail(request: HttpRequest) -> HttpResponse:
    """The form; whoever sends it is told the same, whether the address is known or not."""
    _refuse_where_off()
    if request.method != "POST":
        return _form(request, MailForm(request))
    form = MailForm(request, request.POST)
    if not is_from_here(request):
        return _form(request, form, 403, _("这一页要在本网站上打开后提交。"))
    if not form.is_valid():
        return _form(request, form, 400)
    try:
        subscribing.ask(form.alert(), client_address(request) or "")
    except TooManyError:
        return _form(request, form, 429, _("刚才订阅的太多，请一小时以后再来。"))
    return HttpResponseRedirect(addresses.sent(), status=303)


@never_cache
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    _refuse_where_off()
    return _shown(request, "sent")


@csrf_exempt
@never_cache
@_EITHER
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A button that confirms; once it did, what is followed, and how to end it."""
    _refuse_where_off()
    alert = subscribing.asked_with(token)
    if alert is None:
        return _shown(request, "confirm", 404)
    if request.method != "POST":
        return _shown(request, "confirm", alert=alert)
    subscribing.confirm(alert)
    return HttpResponseRedirect(addresses.confirm(token), status=303)


@csrf_exempt  # a mail program sends it, without any page of ours (RFC 8058)
@never_cache
@_EITHER
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """A button that ends it, also where no more mail is sent; who sends it is gone at once."""
    if request.method != "POST":
        return _shown(request, "leave", alert=subscribing.following(key))
    subscribing.leave(key)
    return _shown(request, "leave")


def _refuse_where_off() -> None:
    if not settings.MAIL_ALERTS:
        raise Http404


def _form(request: HttpRequest, form: MailForm, status: int = 200, trouble: str = "") -> HttpResponse:
    answer = _shown(request, "form", status, form=form, trouble=trouble)
    if status == 429:
        answer.headers["Retry-After"] = "3600"
    return answer


def _shown(request: HttpRequest, page: str, status: int = 200, **shown: Any) -> HttpResponse:
    request.has_made_up = site_state().has_made_up  # type: ignore[attr-defined]
    return render(request, f"pages/mail/{page}.html", {"days": KEPT_DAYS, **shown}, status=status)
