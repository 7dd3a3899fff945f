"""The address at which a program subscribes or leaves; the callback confirms either before anything is sent."""

import re

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from disclosures.pages.following.feeds import feed_at
from disclosures.publication.callbacks.models import Subscription
from disclosures.publication.callbacks.sending import RefusedError, parts_of
from disclosures.publication.callbacks.subscribing import subscribe, unsubscribe
from disclosures.publication.questions.asking import TooManyError
from disclosures.staff.signing_in.address import client_address

_SECRET = re.compile(r"[\x21-\x7e]{16,200}")


@csrf_exempt  # a program has no form of ours; the callback itself confirms
@never_cache
@require_POST
def webhooks(request: HttpRequest) -> HttpResponse:
    """`mode`, `topic`, `callback`, `secret`: 202 when the callback will be asked, else a sentence that says why not."""
    asked = {name: request.POST.get(name, "") for name in ("mode", "topic", "callback", "secret")}
    followed = feed_at(asked["topic"], request.get_host())
    if followed is None:
        return _said("topic 要是本站一个订阅源（…/feed.atom 或 /corrections.atom）的网址。", 400)
    try:
        parts_of(asked["callback"])
        return _done(asked, Subscription(topic=followed.channel.address, **followed.scope), request)
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
