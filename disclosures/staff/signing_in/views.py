"""Signing in takes two steps where somebody has a code: the password, then the code. Only then the session begins."""

import time
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.contrib import admin, messages
from django.contrib.auth import get_user_model, user_login_failed
from django.contrib.auth import login as begin_session
from django.contrib.auth.views import LoginView, RedirectURLMixin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView
from django_otp.plugins.otp_static.models import StaticDevice

from disclosures.staff.codes import devices
from disclosures.staff.codes.forms import CodeForm
from disclosures.staff.codes.rule import lacks_code
from disclosures.staff.signing_in.limits import locked_out

WAITING = "waiting_for_code"  # in the session: who gave the right password, and when
PATIENCE = 10 * 60  # seconds to find one's phone
FEW = 3  # recovery codes


class SignIn(LoginView):
    """The first step."""

    def form_valid(self, form: Any) -> HttpResponse:
        if devices.phone_of(form.get_user()) is None:
            return super().form_valid(form)
        _wait_for_code(self.request, form.get_user())
        return HttpResponseRedirect(_with_next("admin:login_code", self.get_redirect_url()))


@method_decorator([sensitive_post_parameters(), never_cache], name="dispatch")
class CodeStep(RedirectURLMixin, FormView):
    """The second step, for whoever gave the right password a moment ago."""

    form_class = CodeForm
    template_name = "admin/login_code.html"
    next_page = "admin:index"
    user: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.user = _who_waits(request)
        if self.user is None:
            return HttpResponseRedirect(_with_next("admin:login", self.get_redirect_url()))
        credentials = {"username": self.user.get_username()}
        if not AxesProxyHandler.is_allowed(request, credentials):
            return locked_out(request, HttpResponse(), credentials)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs) | admin.site.each_context(self.request)
        return context | {"title": "动态口令", "next": self.get_redirect_url(), "person": self.user}

    def form_valid(self, form: CodeForm) -> HttpResponse:
        del self.request.session[WAITING]
        self.user.otp_device = form.answer.device
        begin_session(self.request, self.user)
        if isinstance(form.answer.device, StaticDevice):
            self._tell_what_is_left()
        return super().form_valid(form)

    def form_invalid(self, form: CodeForm) -> HttpResponse:
        """A wrong code counts like a wrong password, and is announced like one."""
        if form.data.get("code", "").strip() and not form.answer.wait_until:
            credentials = {"username": self.user.get_username(), "code": "*" * 6}
            user_login_failed.send(__name__, credentials=credentials, request=self.request)
        return super().form_invalid(form)

    def _tell_what_is_left(self) -> None:
        left = devices.recovery_codes_left(self.user)
        text = f"这次用的是恢复码，还剩 {left} 个。"
        if left <= FEW:
            text += "请到“动态口令”页重新生成；手机丢了的，在那里换一部。"
        messages.warning(self.request, text)


def where_next(request: HttpRequest) -> str:
    """Where to send somebody who is signed in: to what they still lack, and otherwise to where they wanted to go."""
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        wanted = reverse("admin:index")
    phone = devices.phone_of(request.user) if getattr(request.user, "otp_device", None) is None else None
    if phone:
        _wait_for_code(request, request.user)
        return _with_next("admin:login_code", wanted)
    return reverse("admin:set_up_code") if lacks_code(request.user) else wanted


def _with_next(name: str, wanted: str) -> str:
    return reverse(name) + (f"?{urlencode({'next': wanted})}" if wanted else "")


def _wait_for_code(request: HttpRequest, user: Any) -> None:
    backend = getattr(user, "backend", None) or request.session.get("_auth_user_backend")
    request.session.cycle_key()
    proof = user.get_session_auth_hash()  # of the password that was given: another one begins anew
    request.session[WAITING] = {"user": user.pk, "backend": backend, "proof": proof, "since": time.time()}


def _who_waits(request: HttpRequest) -> Any:
    waiting = request.session.get(WAITING)
    if not waiting or not 0 <= time.time() - waiting["since"] < PATIENCE:
        return None
    user = get_user_model().objects.filter(pk=waiting["user"], is_active=True, is_staff=True).first()
    if user is None or not constant_time_compare(user.get_session_auth_hash(), waiting["proof"]):
        return None
    user.backend = waiting["backend"]
    return user
