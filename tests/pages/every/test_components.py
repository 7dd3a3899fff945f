"""The page of all components: for staff alone, with every part of the templates on it."""

import pytest
from django.conf import settings

from disclosures.publication import workflow
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/components/"
TEMPLATES = settings.BASE_DIR / "templates"
OF_HEADS = {
    f"pages/_{of}_head.html" for of in ("chart", "feed", "oembed", "picture", "share")
}  # links to scripts and styles, which nobody sees


def names() -> set[str]:
    """Every template that others include: those that begin with _, the pictures, the panel of a form."""
    partials = {file for file in TEMPLATES.rglob("_*.html") if "admin" not in file.parts}
    pictures = set((TEMPLATES / "pages/pictures").glob("*.html"))
    found = partials | pictures | {TEMPLATES / "pages/tables/panel.html"}
    return {str(file.relative_to(TEMPLATES)) for file in found}


def published_with_examples() -> None:
    """Two years, one of them corrected."""
    published_disclosure(year=2022)
    draft = workflow.revise(published_disclosure())
    line = draft.lines("03").get(code="2010301")
    line.set_printed("total_expenditure", "450.00", draft.precision)
    line.save()
    workflow.submit(draft)
    workflow.publish(draft)


def test_every_component_of_the_templates_is_shown(admin_client):
    published_with_examples()
    response = admin_client.get(ADDRESS)
    assert response.status_code == 200
    used = {template.name for template in response.templates if template.name}
    assert names() - OF_HEADS - used == set()
    assert "没有例子" not in response.content.decode()


def test_before_anything_is_published_there_is_nothing_to_show(admin_client):
    assert "没有例子可看" in admin_client.get(ADDRESS).content.decode()


def test_one_disclosure_alone_shows_all_that_it_has(admin_client, published_2023):
    page = admin_client.get(ADDRESS).content.decode()
    assert "pages/front/_figures.html" in page
    assert "现在公开的数据里没有例子" in page  # nothing was corrected yet


def test_it_is_for_staff_alone_and_kept_by_nobody(client, admin_client, django_user_model):
    reader = django_user_model.objects.create_user("reader")
    client.force_login(reader)
    assert client.get(ADDRESS).status_code == 302
    assert "no-store" in admin_client.get(ADDRESS).headers["Cache-Control"]
