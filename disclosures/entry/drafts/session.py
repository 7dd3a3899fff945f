"""What a page asks before it sends a form: whether its user is still signed in, and which token the form needs now."""

from django.contrib import admin
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from disclosures.staff.signing_in.sessions import renews_nothing


@require_GET
@never_cache
@renews_nothing
def session(request):
    """Nobody but staff gets a token; asking does not keep a forgotten session alive."""
    if not admin.site.has_permission(request):
        return JsonResponse({"user": None})
    return JsonResponse({"user": str(request.user.pk), "token": get_token(request)})


@require_GET
@never_cache
def signed_in(request):
    """Where the window that was opened to sign in again ends."""
    context = {**admin.site.each_context(request), "title": "已经登录"}
    return TemplateResponse(request, "admin/drafts/signed_in.html", context)
