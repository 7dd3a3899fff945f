"""What is written to a reader: one question, then what is new, each in the language of the page that was asked on."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from disclosures.addresses import alerts as addresses
from disclosures.addresses import links
from disclosures.characters import without_unseen
from disclosures.publication.alerts.models import MailAlert
from disclosures.publication.alerts.subscribing import KEPT_DAYS, token_of
from disclosures.statements.models import Disclosure

LISTED = 50  # publications of one mail; of more it says how many, and where they are


@dataclass(frozen=True)
class News:
    """What an alert is to be told of: the newest disclosures, and how many there are."""

    listed: Sequence[Disclosure]
    count: int


def question_to(alert: MailAlert) -> EmailMessage:
    """Whether the address wants what somebody asked for in its name; nothing else is in it."""
    with override(alert.language):
        subject = _("请确认：用邮件订阅“{title}”").format(title=alert.title)
        body = (
            _("有人用这个邮箱在 {origin} 订阅“{title}”。").format(origin=alert.origin, title=alert.title),
            _("要订阅，请在 {days} 天内打开下面的网址，按“确认订阅”：").format(days=KEPT_DAYS)
            + f"\n{alert.origin}{addresses.confirm(token_of(alert))}",
            _("不是您要的，不用理会：不确认就不会再有来信，{days} 天后这个邮箱从网站上删除。").format(days=KEPT_DAYS),
        )
    return _message(alert, subject, body, "question")


def news_to(alert: MailAlert, news: News) -> EmailMessage:
    """What is new of what the alert follows, each with the address that stays, and how to end it."""
    with override(alert.language):
        rest = news.count - len(news.listed)
        body = (
            _("您订阅的“{title}”有新公开的：").format(title=alert.title),
            *(_entry(alert, disclosure) for disclosure in news.listed),
            _("另外还有 {count} 份：").format(count=rest) + f"\n{alert.origin}{reverse('publications')}"
            if rest
            else "",
            _("不想再收到，打开这个网址，按“退订”，您的邮箱就从网站上删除：") + f"\n{_leaving(alert)}",
        )
        return _message(alert, _subject(alert, news), body, str(alert.owed))


def _subject(alert: MailAlert, news: News) -> str:
    if news.count == 1:
        return _title(news.listed[0])
    return _("{title}：新公开 {count} 份").format(title=alert.title, count=news.count)


def _entry(alert: MailAlert, disclosure: Disclosure) -> str:
    lines = (_title(disclosure), disclosure.change_note, alert.origin + links.pinned(disclosure).front())
    return "\n".join(" ".join(line.split()) for line in lines if line)


def _title(disclosure: Disclosure) -> str:
    said = (
        _("更正：{unit} {year} 年度决算（第 {revision} 版）")
        if disclosure.revision > 1
        else _("{unit} {year} 年度决算")
    )
    return said.format(unit=disclosure.unit_name, year=disclosure.year, revision=disclosure.revision)


def _leaving(alert: MailAlert) -> str:
    return alert.origin + addresses.leave(alert.key)


def _message(alert: MailAlert, subject: str, body: Sequence[str], about: str) -> EmailMessage:
    """With what mail programs need to offer a button that ends it (RFC 8058), and to know a mail that comes twice."""
    with override(alert.language):
        leaving = _leaving(alert)
    headers = {
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{leaving}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Message-ID": f"<{about}.{alert.pk}@{urlsplit(alert.origin).hostname}>",
    }
    text = without_unseen("\n\n".join(filter(None, body)))
    return EmailMessage(" ".join(without_unseen(subject).split()), f"{text}\n", None, [alert.email], headers=headers)
