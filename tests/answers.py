"""What holds for every public answer of the site, whatever it says."""

import re

from django.http import HttpResponse
from django.test import Client

BREAK = re.compile(r"(?<=>)\s*\n\s*|\s*\n\s*(?=<)")
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)")


def public_answer(client: Client, address: str) -> HttpResponse:
    """The answer at that address, after asserting that it is public, guarded, and answered with 304 the second time."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"].startswith("public")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    again = client.get(address, headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    return response


def public_page(client: Client, address: str) -> str:
    """The page at that address as text, after asserting the same and that it needs nothing the policy forbids."""
    response = public_answer(client, address)
    assert response.headers["Content-Type"].startswith("text/html")
    page = response.content.decode()
    assert not INLINE.search(page)
    return page


def tight(page: str) -> str:
    """The page without the line breaks beside its tags, which nobody sees there."""
    return BREAK.sub("", page)
