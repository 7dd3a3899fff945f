"""Typing into table 03, what the browser keeps of it until it is saved, and whether a page offers it."""

from playwright.sync_api import Page, expect


def kept(page: Page) -> int:
    """How many forms the browser keeps something of."""
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('draft:')).length")


def wait_until_kept(page: Page, forms: int = 1) -> None:
    """The browser has so many forms with something unsaved."""
    for _ in range(50):
        if kept(page) == forms:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{kept(page)} forms are kept, not {forms}")


def offered(page: Page):
    """The bar, once the page has looked for what was left behind."""
    expect(page.locator(".kept-bar")).to_be_visible()
    return page.locator(".kept-bar")


def nothing_offered(page: Page) -> None:
    page.wait_for_timeout(400)
    expect(page.locator(".kept-bar")).to_be_hidden()


def cell(page: Page, row: int, field: str):
    return page.locator(f"#id_expenditure-{row}-{field}")


def type_a_row(page: Page, code: str = "221", amount: str = "40.01") -> None:
    """A row behind the last one."""
    page.locator("[data-do=append]").click()
    page.keyboard.type(code)
    page.keyboard.press("Tab")
    page.keyboard.type(amount)
    wait_until_kept(page)


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("[name=_save]").click()
