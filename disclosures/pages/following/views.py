"""The address at which a program subscribes or leaves; the callback confirms either before anything is sent."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from disclosures.pages.feeds import channels
from disclosures.publication.callbacks.models import Subscription
from disclosures.publication.callbacks.sending import RefusedError, parts_of
from disclosures.publication.callbacks.subscribing import subscribe, unsubscribe
from disclosures.publication.questions.asking import TooManyError
from disclosures.staff.signing_in.address import client_address
from disclosures.statements.models import Unit

_SECRET = re.compile(r"[\x21-\x7e]{16,200}")


@csrf_exempt  # a program has no form of ours; the callback itself confirms
@never_cache
@require_POST
def webhooks(request: HttpRequest) -> HttpResponse:
    """`mode`, `topic`, `callback`, `secret`: 202 when the callback will be asked, else a sentence that says why not."""
    asked = {name: request.POST.get(name, "") for name in ("mode", "topic", "callback", "secret")}
    wanted = _wanted(_path(asked["topic"], request.get_host()))
    if wanted is None:
        return _said("topic 要是本站一个订阅源（…/feed.atom 或 /corrections.atom）的网址。", 400)
    try:
        parts_of(asked["callback"])
        return _done(asked, wanted, request)
    except RefusedError as error:
        return _said(f"callback：{error}。", 400)
    except TooManyError:
        return _said("订阅太多了，请一小时以后再来。", 429)


def _done(asked: dict[str, str], wanted: Subscription, request: HttpRequest) -> HttpResponse:
    if asked["mode"] == "unsubscribe":
        unsubscribe(asked["callback"], wanted.topic)
        return _said("已收到，等接收地址确认退订。", 202)
    if asked["mode"] != "subscribe" or not _SECRET.fullmatch(asked["secret"]):
        return _said("mode 要是 subscribe 或 unsubscribe；secret 要 16 到 200 个字母、数字或符号。", 400)
    wanted.callback, wanted.secret = asked["callback"], asked["secret"]
    wanted.origin = request.build_absolute_uri("/")[:-1]
    subscribe(wanted, client_address(request) or "")
    return _said("已收到，等接收地址确认。", 202)


def _said(words: str, status: int) -> HttpResponse:
    return HttpResponse(f"{words}\n", "text/plain; charset=utf-8", status)


def _path(url: str, host: str) -> str:
    """The path of an address of this site; "" for another."""
    try:
        parts = urlsplit(url if len(url) <= 500 else "")
    except ValueError:
        return ""
    return unquote(parts.path) if parts.netloc in ("", host) and not parts.query else ""


def _wanted(path: str) -> Subscription | None:
    """A subscription to the feed at that path, under its canonical address; None where there is none."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    asked, channel = match.kwargs, None
    scope: dict[str, Any] = {}
    if match.url_name == "feed":
        channel = channels.everything()
    elif match.url_name == "corrections_feed":
        channel, scope = channels.corrections(), {"only_corrections": True}
    elif match.url_name == "region_feed":
        channel, scope = channels.of_region(asked["region"]), {"region": asked["region"]}
    elif match.url_name == "code_feed":
        channel, scope = channels.of_code(**asked), {"code": asked["code"]}
    elif match.url_name == "unit_feed" and (channel := channels.of_unit(asked["unit"])):
        key = asked["unit"]
        scope = {"unit_id": Unit.objects.values_list("pk", flat=True).get(region=key.region, code=key.code)}
    return Subscription(topic=channel.address, **scope) if channel else None
