"""A public answer sets no cookie and varies by none, whatever comes with the request."""

import pytest

pytestmark = pytest.mark.django_db

ODD = ("csrftoken=a", "csrftoken=" + "x" * 64, "sessionid=abc; csrftoken=é", "csrftoken=;;=", "messages=x")


@pytest.mark.parametrize("address", ["/", "/units/210400-011001/2023/tables/03/", "/glossary/", "/no-such-page/"])
@pytest.mark.parametrize("cookie", ODD)
def test_a_public_answer_does_not_look_at_cookies(client, published_2023, address, cookie):
    plain = client.get(address)
    answer = client.get(address, headers={"cookie": cookie})
    assert "Set-Cookie" not in answer.headers
    assert not answer.cookies
    assert answer.headers.get("Vary") == plain.headers.get("Vary")
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert answer.content == plain.content
