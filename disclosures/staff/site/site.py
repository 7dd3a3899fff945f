"""The site of the admin: nobody who needs a one-time code enters without one."""

from typing import Any, cast

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from disclosures.staff.codes.rule import lacks_code


class StaffSite(AdminSite):
    """Django's own, with a second step of signing in and the pages for one's own code."""

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and not lacks_code(request.user)

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Whoever is signed in already is led to what is missing, and then to where they wanted to go."""
        from disclosures.staff.signing_in.forms import SignInForm
        from disclosures.staff.signing_in.views import SignIn, where_next

        if request.method == "GET" and super().has_permission(request):
            return HttpResponseRedirect(where_next(request))
        context = {**self.each_context(request), "title": "登录", "app_path": request.get_full_path()}
        context |= {"next": reverse("admin:index")} if "next" not in request.GET | request.POST else {}
        view = SignIn.as_view(
            extra_context=context | (extra_context or {}),
            authentication_form=self.login_form or SignInForm,
            template_name=self.login_template or "admin/login.html",
        )
        return cast(HttpResponse, view(request))

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """The pages that are there before anything else in the admin, to sign out among them."""
        from disclosures.staff.codes import pages
        from disclosures.staff.people.links import ChoosePassword
        from disclosures.staff.signing_in.views import CodeStep

        own = [
            path("login/code/", CodeStep.as_view(), name="login_code"),
            path("password/<uidb64>/<token>/", ChoosePassword.as_view(), name="choose_password"),
            path("logout/", self.logout, name="logout"),
            path("code/", pages.own_code, name="own_code"),
            path("code/set-up/", pages.set_up, name="set_up_code"),
            path("code/recovery/", pages.new_recovery_codes, name="new_recovery_codes"),
            path("code/off/", pages.give_up, name="give_up_code"),
        ]
        return own + super().get_urls()
