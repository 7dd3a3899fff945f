"""A clerk's browser: signed in to the admin, a clipboard of its own, and a count of the keys that are pressed."""

from django.conf import settings
from django.contrib.auth.models import User
from playwright.sync_api import Page

from tests.signed_in import StaffClient

PASTE = """([element, text, html]) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  if (html) data.setData('text/html', html);
  element.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
}"""
COPY = """(kind) => {
  const data = new DataTransfer();
  const event = new ClipboardEvent(kind, {clipboardData: data, bubbles: true, cancelable: true});
  document.activeElement.dispatchEvent(event);
  return data.getData('text/plain');
}"""


def sign_in(page: Page, site: str, name: str = "clerk", user: User | None = None) -> None:
    """The session of that user, or of one who may do everything, as after the sign-in page."""
    user = user or User.objects.create_superuser(name)
    client = StaffClient()
    client.force_login(user)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
    page.context.add_cookies([cookie | {"url": f"{site}/admin/"}])


def paste(page: Page, text: str, html: str = "") -> None:
    """A paste event as the browser makes it, at the input that has the focus."""
    page.evaluate(PASTE, [page.evaluate_handle("document.activeElement"), text, html])


def copied(page: Page, kind: str = "copy") -> str:
    return page.evaluate(COPY, kind)


class Typist:
    """Types at a keyboard and counts what is pressed."""

    def __init__(self, page: Page):
        self.page, self.keys = page, 0

    def types(self, text: str) -> None:
        self.keys += len(text)
        self.page.keyboard.type(text)

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.keys += 1
            self.page.keyboard.press(key)
