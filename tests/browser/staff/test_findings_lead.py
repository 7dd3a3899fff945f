"""A finding leads to what it is about, in a real browser: the cell, the words, the field; also without a script."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from disclosures.publication import workflow
from disclosures.statements.models import Disclosure, Expenditure, Paragraph, PerformanceForm
from tests.browser.staff.clerk import sign_in
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def contradicting() -> Disclosure:
    """A draft with a wrong total in a table, a wrong figure in the text, a wrong score in a form."""
    disclosure = build_disclosure()
    Expenditure.objects.filter(disclosure=disclosure, code="").update(total_expenditure="13000000")
    wrong = "2023年度收入总计1262.09万元，支出总计1262.08万元。"
    Paragraph.objects.filter(disclosure=disclosure, position=5).update(text=wrong)
    PerformanceForm.objects.filter(disclosure=disclosure, position=2).update(total_score="100")
    return disclosure


def follow(page: Page, site: str, disclosure: Disclosure, words: str) -> Page:
    """Open the findings and follow the first figure that reads so."""
    page.goto(f"{site}{reverse('admin:statements_disclosure_findings', args=[disclosure.pk])}")
    page.locator(".finding a", has_text=words).first.click()
    return page


@pytest.fixture
def clerk(page, live_server) -> Page:
    sign_in(page, live_server.url)
    return page


def test_a_finding_leads_into_the_cell_of_its_table(clerk, live_server, contradicting):
    follow(clerk, live_server.url, contradicting, "1,300.00")
    total = Expenditure.objects.get(disclosure=contradicting, code="")
    cell = clerk.locator(f"#cell-{total.pk}-total_expenditure")
    expect(cell.locator("input")).to_be_focused()
    expect(cell).to_be_in_viewport()
    assert cell.evaluate("cell => cell.matches(':target')")


def test_a_finding_of_the_text_chooses_its_figure(clerk, live_server, contradicting):
    follow(clerk, live_server.url, contradicting, "1262.09")
    area = clerk.locator("#id_paragraph-4-text")
    expect(area).to_be_focused()
    assert area.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)").startswith("1262.09")


def test_a_finding_of_a_form_leads_into_its_field(clerk, live_server, contradicting):
    follow(clerk, live_server.url, contradicting, "100 分")
    expect(clerk.locator("#id_total_score")).to_be_focused()


def test_what_cannot_be_typed_any_more_is_marked_all_the_same(clerk, live_server, contradicting):
    workflow.submit(contradicting)
    for words in ("1,300.00", "1262.09", "100 分"):
        follow(clerk, live_server.url, contradicting, words)
        expect(clerk.locator(":target")).to_be_in_viewport()


def test_without_a_script_the_browser_goes_there(new_page, live_server, contradicting):
    page = new_page(java_script_enabled=False)
    sign_in(page, live_server.url)
    for words in ("1,300.00", "1262.09", "100 分"):
        follow(page, live_server.url, contradicting, words)
        expect(page.locator(":target")).to_be_in_viewport()
