"""Who acts: the person whose request is answered, or on whose behalf a worker works; a command acts for nobody."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

SYSTEM, NOBODY = "系统", "未登录"


def name_of(user: Any) -> str:
    """What somebody is called: the name in Chinese order, else the one to sign in with."""
    return f"{user.last_name}{user.first_name}".strip()[:150] or user.get_username()


@dataclass(frozen=True)
class Acting:
    """A person, the address of the client and the number of the request, each where there is one."""

    user: Any = None
    address: str = ""
    request: str = ""

    @property
    def number(self) -> int | None:
        return self.user.pk if self.user else None

    @property
    def name(self) -> str:
        if self.user and self.user.is_authenticated:
            return name_of(self.user)
        return NOBODY if self.request else SYSTEM


class Asked:
    """A request; who sends it is looked up only when something is written, for that asks the session."""

    def __init__(self, request: HttpRequest):
        self._request, self._number = request, getattr(request, "number", "") or uuid4().hex  # as in the log

    def acting(self) -> Acting:
        user = getattr(self._request, "user", None)
        return Acting(user if user and user.is_authenticated else None, address_of(self._request), self._number)


_NOW: ContextVar[Asked | Acting | None] = ContextVar("acting", default=None)


def acting_now() -> Acting:
    """Who acts at this moment."""
    now = _NOW.get()
    return now.acting() if isinstance(now, Asked) else now or Acting()


@contextmanager
def acting_as(user: Any) -> Iterator[None]:
    """What is done inside is done on behalf of that person; None leaves it as it was."""
    token = _NOW.set(Acting(user) if user else _NOW.get())
    try:
        yield
    finally:
        _NOW.reset(token)


def remember_request(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware: stands behind the one that knows who is signed in."""

    def answer(request: HttpRequest) -> HttpResponse:
        token = _NOW.set(Asked(request))
        try:
            return get_response(request)
        finally:
            _NOW.reset(token)

    return answer


def address_of(request: HttpRequest) -> str:
    """The client's address by the rule of those who sign in; a header that anybody can send is not believed."""
    return import_string(settings.AXES_CLIENT_IP_CALLABLE)(request) or ""
