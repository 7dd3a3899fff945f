"""axe-core finds nothing to complain of on the pages of staff, light and dark; nor is one wider than its window."""

import pytest
from django.urls import reverse

from disclosures.staff.roles import Role
from tests.browser.staff.clerk import sign_in
from tests.browser.test_accessibility import CHECKER, RULES, RUN
from tests.building import build_disclosure, submitted_disclosure
from tests.entry.imports.uploading import LIST
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db(transaction=True)

OF_SITE = (
    "index", "guide", "auth_user_changelist", "auth_user_add", "audit_change_changelist",
    "statements_disclosure_changelist", "statements_unit_changelist", "statements_disclosure_add",
)  # fmt: skip
OF_DRAFT = ("change", "findings", "checklist", "check_form", "whole_text")
PARTS = ("expenditure", "summary", "paragraph", "duty", "performanceform")

# Django's own: a column without a head beside the rows of a form, and what Select2 puts over a list while it is blank.
OF_DJANGO = ("thead > tr > .original", ".select2-selection")


def address(name: str, *args) -> str:
    return reverse(name if name == "guide" else f"admin:{name}", args=args)


@pytest.fixture
def pages() -> list[str]:
    """The addresses of what everybody works with: a draft, and one that waits for a decision."""
    draft, waiting = build_disclosure(), submitted_disclosure(year=2022)
    member(Role.CLERK)
    return [
        *map(address, OF_SITE),
        LIST,
        address("statements_disclosure_year", draft.year),
        *(address(f"statements_disclosure_{name}", draft.pk) for name in OF_DRAFT),
        *(address("statements_disclosure_part", draft.pk, part) for part in PARTS),
        *(address("statements_disclosure_step", waiting.pk, step) for step in ("return", "plan")),
    ]


@pytest.mark.skipif(not CHECKER.exists(), reason="no axe-core; python -m bundle fetches it")
def test_the_pages_of_staff_are_accessible_and_fit(page, live_server, pages):
    sign_in(page, live_server.url)
    page.set_viewport_size({"width": 1024, "height": 800})
    found = []
    for one in pages:
        assert page.goto(live_server.url + one).ok, one
        page.evaluate(CHECKER.read_text(encoding="utf-8"))
        for scheme, rules in RULES.items():
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function("() => document.getAnimations().length === 0")  # colours fade
            complaints = [text for text in page.evaluate(RUN, rules) if not any(part in text for part in OF_DJANGO)]
            found += [f"{one} {scheme}: {complaint}" for complaint in complaints]
        page.emulate_media(color_scheme="light")
        if wider := page.evaluate("document.documentElement.scrollWidth - innerWidth"):
            found.append(f"{one}: {wider} px wider than the window")
    assert not found, "\n".join(found)
