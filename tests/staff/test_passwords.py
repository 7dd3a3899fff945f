"""Which passwords are refused, and that signing in takes as long for names that nobody has."""

import time

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError

WANG = User(username="fangw", last_name="王", first_name="芳", email="wf85@example.cn")


@pytest.mark.parametrize(
    "password",
    [
        "Kx7-rst",  # too short
        "1234567890",
        "password123",
        "wangfang1985",  # her name in pinyin
        "fangw@12345",
        "Caizheng@2024",
        "woaini5201314",
        "1qaz2wsx3edc",
        "aaaaaaaaaaaaaaaa",
    ],
)
def test_what_others_would_try_is_refused_in_chinese(password):
    with pytest.raises(ValidationError) as refused:
        validate_password(password, WANG)
    for message in refused.value.messages:
        assert message.endswith("。")


@pytest.mark.parametrize("password", ["Kx7-river-stone", "lv-guo-4-tian-kong", "下雨了记得把衣服收进来", "x9$Lq2vT!m"])
def test_what_nobody_would_try_will_do(password):
    validate_password(password, WANG)
    validate_password(password)


def test_a_long_password_is_looked_at_in_no_time():
    begun = time.monotonic()
    for password in ("password1" * 500, "qwertyuiop" * 500, "19850203" * 500):
        with pytest.raises(ValidationError):
            validate_password(password, WANG)
    assert time.monotonic() - begun < 5


def test_the_rules_are_told_in_chinese():
    assert all(text.endswith("。") for text in password_validators_help_texts())


class CountingHasher(MD5PasswordHasher):
    hashed = 0

    def encode(self, password, salt):
        CountingHasher.hashed += 1
        return super().encode(password, salt)


@pytest.mark.django_db
def test_a_name_that_nobody_has_costs_as_much_as_a_wrong_password(client, settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    User.objects.create_user("wang", password="Kx7-river-stone", is_staff=True)
    User.objects.create_user("gone", password="Kx7-river-stone", is_staff=True, is_active=False)
    counted, pages = {}, {}
    for name in ("wang", "gone", "nobody"):
        CountingHasher.hashed = 0
        answer = client.post("/admin/login/", {"username": name, "password": "wrong"})
        counted[name], pages[name] = CountingHasher.hashed, answer.context["form"].errors
    assert counted == {"wang": 1, "gone": 1, "nobody": 1}
    assert pages["wang"] == pages["nobody"] == pages["gone"]
