"""`/alive`, `/ready` and `/metrics`: for what starts, balances and watches the site; none of them is kept."""

from collections.abc import Callable

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from prometheus_client import CONTENT_TYPE_LATEST

from disclosures.operations.reading import PUBLIC
from disclosures.operations.watched.metrics import exposition

_UNKEPT = {"Cache-Control": "no-store"}
_ASKED = "SELECT number FROM publication_publicationcounter"


def alive(request: HttpRequest) -> HttpResponse:
    """A process that answers this at all need not be started anew."""
    return HttpResponse("alive\n", "text/plain", headers=_UNKEPT)


def ready(request: HttpRequest) -> HttpResponse:
    """Whether the public can be answered; that staff can is told beside it, for then nobody else need wait."""
    reads = _answers(PUBLIC if PUBLIC in connections.databases else DEFAULT_DB_ALIAS)
    told = {"reads": reads, "writes": _answers(DEFAULT_DB_ALIAS)}
    return JsonResponse(told, status=200 if reads else 503, headers=_UNKEPT)


def metrics(request: HttpRequest) -> HttpResponse:
    """What Prometheus asks for."""
    return HttpResponse(exposition(), CONTENT_TYPE_LATEST, headers=_UNKEPT)


ADDRESSES: dict[str, Callable[[HttpRequest], HttpResponse]] = {"/alive": alive, "/ready": ready, "/metrics": metrics}


def answer_machines(get_response: Callable[[HttpRequest], HttpResponseBase]):
    """The middleware, before all others: machines ask by an address of the network and without TLS."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        answer = ADDRESSES.get(request.path_info)
        if answer is None or (answer is metrics and not settings.METRICS):
            return get_response(request)
        return answer(request)

    return middleware


def _answers(alias: str) -> bool:
    """Whether the database there has the tables of the site."""
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(_ASKED)
    except DatabaseError:
        connections[alias].close()
        return False
    return True
