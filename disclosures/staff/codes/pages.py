"""The pages for one's own code: set it up, have new recovery codes, give it up."""

import base64
from collections.abc import Callable
from functools import wraps
from typing import Any

import segno
from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_otp import login as begin_verified
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from disclosures.staff import history
from disclosures.staff.codes import devices
from disclosures.staff.codes.forms import WRONG, FirstCodeForm
from disclosures.staff.codes.rule import gave_code, needs_code

KEY = "new_code_key"  # in the session, until the phone has shown that it took it
View = Callable[[HttpRequest], HttpResponse]


def of_staff(view: View) -> View:
    """For whoever is signed in, also before they may enter the admin; with a code, where they have one."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        is_staff = AdminSite.has_permission(admin.site, request)
        if is_staff and (gave_code(request.user) or devices.phone_of(request.user) is None):
            return view(request)
        return redirect_to_login(request.get_full_path(), reverse("admin:login"))

    return guarded


def _page(request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
    return render(request, f"admin/code/{name}.html", admin.site.each_context(request) | {"title": title} | context)


@of_staff
def own_code(request: HttpRequest) -> HttpResponse:
    """What somebody has, and what they can do with it."""
    phone = devices.phone_of(request.user)
    if phone is None:
        return redirect("admin:set_up_code")
    left = devices.recovery_codes_left(request.user)
    return _page(request, "own", "动态口令", phone=phone, left=left, needed=needs_code(request.user))


@of_staff
def set_up(request: HttpRequest) -> HttpResponse:
    """Show a key to the phone, and see whether it took it."""
    if request.method == "POST" and KEY not in request.session:
        return redirect("admin:own_code")  # sent twice: it is set up already
    key = request.session.setdefault(KEY, random_hex(20))
    form = FirstCodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with transaction.atomic():
            if phone := devices.set_up(request.user, key, form.cleaned_data["code"]):
                return _now_set_up(request, phone)
        form.add_error("code", WRONG)
    phone = TOTPDevice(user=request.user, key=key)
    secret = base64.b32encode(phone.bin_key).decode()
    groups = [secret[start : start + 4] for start in range(0, len(secret), 4)]
    return _page(
        request, "set_up", "设置动态口令", form=form, drawing=_drawn(phone.config_url), groups=groups,
        needed=needs_code(request.user), renewed=gave_code(request.user),
    )  # fmt: skip


def _drawn(address: str) -> SafeString:
    """For the phone's camera; the key stands beside it as text."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(omitsize=True, svgclass="qr", lineclass=None, title="密钥的二维码"))


def _now_set_up(request: HttpRequest, phone: TOTPDevice) -> HttpResponse:
    del request.session[KEY]
    request.session.cycle_key()
    begin_verified(request, phone)
    history.tell(request.user, request.user, "设置动态口令。")
    return _told_once(request)


@require_POST
@of_staff
def new_recovery_codes(request: HttpRequest) -> HttpResponse:
    """In place of the old ones, for whoever gave a code."""
    if not gave_code(request.user):
        return redirect("admin:set_up_code")
    with transaction.atomic():
        history.tell(request.user, request.user, "重新生成恢复码。")
        return _told_once(request)


def _told_once(request: HttpRequest) -> HttpResponse:
    codes = devices.make_recovery_codes(request.user)
    return _page(request, "recovery_codes", "恢复码", codes=codes)


@require_POST
@of_staff
def give_up(request: HttpRequest) -> HttpResponse:
    """For those who need none."""
    if needs_code(request.user):
        messages.error(request, "发布员和管理员登录必须用动态口令，不能停用；换手机请重新设置。")
        return redirect("admin:own_code")
    with transaction.atomic():
        devices.take_away(request.user)
        history.tell(request.user, request.user, "停用动态口令。")
    messages.success(request, "已停用动态口令，以后凭密码登录。")
    return redirect("admin:index")
