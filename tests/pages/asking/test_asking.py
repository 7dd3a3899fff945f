"""A reader asks: without an account, a cookie or a script, about a figure, a finding or a page."""

import re
import time

import pytest

from disclosures.audit.models import Change
from disclosures.pages.asking import form as asking_form
from disclosures.publication.questions import steps
from disclosures.publication.questions.asking import AN_HOUR
from disclosures.publication.questions.models import ReaderQuestion
from disclosures.staff.roles import Role
from tests.answers import INLINE
from tests.building import published_disclosure
from tests.once import once
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/2023/"
ASK = "/ask/210400-011001/2023/"
TEXT = "这个数和上年差很多，为什么？"


@once(autouse=True)
def published():
    return published_disclosure()


class Clock:
    """A clock that a test puts forward, as if somebody had read and typed for a while."""

    ahead = 0.0


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + Clock.ahead)
    monkeypatch.setattr(Clock, "ahead", 0.0)


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert not INLINE.search(text)
    return text


def token(text: str) -> str:
    return re.search(r'name="token" value="([^"]+)"', text)[1]


def sent(client, address: str, headers: dict | None = None, wait: int = 10, **fields):
    given = {"token": token(page(client, address)), "text": TEXT, "website": "", **fields}
    Clock.ahead += wait
    return client.post(address, given, headers=headers)


def test_a_question_about_a_figure_is_kept_with_its_place_and_gets_a_number(client, published):
    address = f"{ASK}?table=03&row=2080505&column=1"
    assert "2080505 机关事业单位基本养老保险缴费支出" in page(client, address)
    answer = sent(client, address)
    assert answer.status_code == 303
    question = ReaderQuestion.objects.get()
    assert (question.disclosure, question.place, question.text) == (published, "tables/03/#2080505.1", TEXT)
    assert question.subject.endswith("栏次 1 本年支出合计，178.51 万元")
    seen = page(client, answer.headers["Location"])
    assert f"第 {question.pk} 号问题" in seen
    assert "收到了，等审核的人答复" in seen
    assert f'href="{UNIT.replace("2023", "2023.r1")}tables/03/#2080505.1"' in seen


@pytest.mark.parametrize(
    ("query", "place", "subject"),
    [
        ("", "", "2023 年度决算"), ("?page=narrative", "narrative/", "文字说明"),
        ("?page=nothing", "", "2023 年度决算"),
        ("?table=03", "tables/03/", "公开03表 支出决算表"), ("?table=99", "", "2023 年度决算"),
        ("?table=03&row=no", "tables/03/", "公开03表 支出决算表"), ("?finding=no", "", "2023 年度决算"),
    ],
)  # fmt: skip
def test_the_address_says_what_it_is_about(client, query, place, subject):
    assert sent(client, ASK + query).status_code == 303
    question = ReaderQuestion.objects.get()
    assert (question.place, question.subject) == (place, subject)


def test_a_finding_can_be_asked_about(client, published):
    address = re.search(r'href="(/ask/[^"]+finding=[^"]+)"', page(client, f"{UNIT}checks/"))
    if address is None:
        pytest.skip("nothing is broken in this disclosure")
    assert sent(client, address[1]).status_code == 303
    question = ReaderQuestion.objects.get()
    assert question.place.startswith("checks/#f-")
    assert question.subject.startswith("账目核对：")


def test_english_asks_the_same_about_the_same(client):
    assert sent(client, f"/en{ASK}?table=03&row=2080505&column=1").headers["Location"].startswith("/en/ask/received/")
    question = ReaderQuestion.objects.get()
    assert (question.place, question.subject[:12]) == ("tables/03/#2080505.1", "公开03表 支出决算表，")


def test_nothing_of_it_is_kept_by_anybody_and_no_cookie_is_set(client):
    answer = sent(client, ASK)
    for given in (client.get(ASK), answer, client.get(answer.headers["Location"])):
        assert "no-store" in given.headers["Cache-Control"]
        assert "ETag" not in given.headers
        assert not given.cookies
        assert "Cookie" not in given.headers.get("Vary", "")
    assert '<meta name="robots" content="noindex">' in page(client, ASK)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": "为啥"}, "至少 5 个字"), ({"text": "长" * 1001}, "最多 1000 个字"),
        ({"text": "  "}, "请写下您的问题"),
        ({"text": "看不见的\x00字符在这里"}, ""), ({"text": "看不见的\x1b字符在这里"}, "看不见的控制字符"),
        ({"website": "http://spam.example"}, "有一栏要空着"), ({"token": "made up"}, "已经过期"), ({"token": ""}, ""),
    ],
)  # fmt: skip
def test_what_is_no_question_is_not_kept_and_said(client, fields, said):
    answer = sent(client, ASK, **fields)
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not ReaderQuestion.objects.exists()


def test_what_comes_at_once_is_a_program_and_what_comes_the_next_day_is_asked_again(client):
    quick = sent(client, ASK, wait=0)
    assert (quick.status_code, "提交得太快了" in quick.content.decode()) == (400, True)
    assert TEXT in quick.content.decode()
    late = sent(client, ASK, wait=asking_form.SLOWEST + 10)
    assert "已经过期" in late.content.decode()
    Clock.ahead += 10
    again = client.post(ASK, {"token": token(late.content.decode()), "text": TEXT})
    assert again.status_code == 303


def test_a_token_of_another_revision_is_worth_nothing(client):
    published_disclosure(year=2022)
    other = token(page(client, ASK.replace("2023", "2022")))
    assert "已经过期" in sent(client, ASK, token=other).content.decode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://testserver"}, 303), ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 303), ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403), ({}, 303),
    ],
)  # fmt: skip
def test_another_site_cannot_ask_in_a_readers_name(client, headers, status):
    assert sent(client, ASK, headers).status_code == status
    assert ReaderQuestion.objects.count() == (status == 303)


def test_who_sends_the_form_twice_asked_once_and_who_asks_too_much_waits(client):
    given = {"token": token(page(client, ASK)), "text": TEXT}
    Clock.ahead += 10
    first, again = client.post(ASK, given), client.post(ASK, given)
    assert first.headers["Location"] == again.headers["Location"]
    for number in range(AN_HOUR - 1):
        assert sent(client, ASK, text=f"第 {number} 个问题是什么？").status_code == 303
    refused = sent(client, ASK, text="还想问一个问题。")
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "3600")
    assert "还想问一个问题。" in refused.content.decode()
    assert ReaderQuestion.objects.count() == AN_HOUR


def test_an_address_to_write_to_is_asked_for_only_where_mail_can_be_sent(client, settings):
    assert 'name="email"' not in page(client, ASK)
    assert sent(client, ASK, email="a@example.cn").status_code == 303
    assert ReaderQuestion.objects.get().email == ""
    settings.EMAIL_HOST = "localhost"
    assert "最多保存 180 天" in page(client, ASK)
    assert "不像一个邮箱地址" in sent(client, ASK, email="not one").content.decode()
    answer = sent(client, ASK, email="a@example.cn", text="另一个问题是什么？")
    assert "a@example.cn" not in page(client, answer.headers["Location"])


def test_the_log_tells_who_answered_and_nothing_of_who_asked(client, settings):
    settings.EMAIL_HOST = "localhost"
    sent(client, ASK, email="a@example.cn")
    told = Change.objects.filter(model="publication.readerquestion")
    assert not told.exists()
    steps.answer(ReaderQuestion.objects.get(), "人员增加了两名。", member(Role.REVIEWER))
    assert "人员增加了两名。" in str(told.get().__dict__)
    assert "a@example.cn" not in str(told.get().__dict__)


def test_who_asked_sees_the_answer_at_the_address_of_the_question(client):
    address = sent(client, ASK).headers["Location"]
    question = ReaderQuestion.objects.get()
    steps.answer(question, "人员增加了两名。", member(Role.REVIEWER))
    assert "人员增加了两名。" in page(client, address)
    steps.refuse(question, member(Role.REVIEWER))
    assert "不予答复" in page(client, address)
    assert client.get(address.replace(question.key, "x" * 22)).status_code == 404


@pytest.mark.parametrize("address", [ASK.replace("2023", "2019"), "/ask/210400-099999/2023/", "/ask/received/x/"])
def test_what_is_not_public_cannot_be_asked_about(client, address):
    assert client.get(address).status_code == 404
    assert client.post(address, {"text": TEXT}).status_code == 404
