"""The signed lists of digests as files: list, signature and key of each month, and an index of them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from disclosures.publication.signed.models import DigestList

_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_SOON = {"Cache-Control": "public, max-age=300"}  # seconds; a new list comes once a month


@require_safe
def index(request: HttpRequest) -> JsonResponse:
    """Each month with the SHA-256 of its list, the root, and its files."""
    lists = [_described(each) for each in DigestList.objects.iterator(chunk_size=1)]
    return JsonResponse({"lists": lists}, headers=_SOON)


def _described(each: DigestList) -> dict[str, Any]:
    files = {suffix: f"{each.month}.{suffix}" for suffix in ("json", "sig", "pem")}
    return {"month": each.month, "sha256": each.sha256, "root": each.told()["root"], "files": files}


@require_safe
def file(request: HttpRequest, month: str, suffix: str) -> HttpResponse:
    """One file; it never changes."""
    found = DigestList.objects.filter(month=month).first()
    if found is None:
        raise Http404
    kinds = {
        "json": (found.content, "application/json"),
        "sig": (found.signature, "application/octet-stream"),
        "pem": (found.public_key.encode(), "application/x-pem-file"),
    }
    content, kind = kinds[suffix]
    return HttpResponse(bytes(content), kind, headers=_FOR_EVER)
