"""A link by which somebody chooses a password: once, and not for long."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.views import PasswordResetConfirmView
from django.http import HttpResponse
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from disclosures.staff import history


def path_to_choose(person: Any) -> str:
    """Its path; the next sign-in or change of password makes it worthless, as time does."""
    token = default_token_generator.make_token(person)
    return reverse("admin:choose_password", args=[urlsafe_base64_encode(force_bytes(person.pk)), token])


class ChoosePassword(PasswordResetConfirmView):
    """Where the link leads."""

    template_name = "admin/choose_password.html"
    success_url = reverse_lazy("admin:login")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | admin.site.each_context(self.request) | {"title": "设置密码"}

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        history.tell(self.user, self.user, "用链接设置了密码。")
        messages.success(self.request, "密码已经设好，请登录。")
        return answer


def valid_until() -> datetime:
    return timezone.now() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
