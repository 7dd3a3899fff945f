"""Which passwords will do: ten characters, and not what somebody who knows the person would try first."""

from threading import Lock
from typing import Any

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from pypinyin import lazy_pinyin
from zxcvbn import zxcvbn

LEAST_SCORE = 3  # of 0 to 4: a hundred million guesses, while five are allowed in a quarter of an hour
_LONGEST_LOOKED_AT = 72  # what follows only makes it harder to guess, and looking would take longer and longer
# What people here like to take, which the lists of other languages do not know.
_OF_THE_TRADE = "juesuan gongkai caizheng yusuan kuaiji chuna shenji danwei bumen zhengfu mima yonghu guanliyuan"
_LIKED = "woaini wodemima zhangsan lisi wangwu 5201314 1314520 520520 147258369 qazwsx"
_ONE_AT_A_TIME = Lock()  # zxcvbn keeps the words about a person where every thread sees them


class LongEnough(MinimumLengthValidator):
    """Django's, in words of ours: those it says where one is too short are not translated."""

    def get_error_message(self) -> str:
        return f"密码太短，至少要 {self.min_length} 个字符。"

    def get_help_text(self) -> str:
        return f"密码至少 {self.min_length} 个字符，越长越好。"


class HardToGuess:
    """Looks for words, names, dates, rows of keys and repetitions; names also as pinyin."""

    def validate(self, password: str, user: Any = None) -> None:
        with _ONE_AT_A_TIME:
            found = zxcvbn(password[:_LONGEST_LOOKED_AT], user_inputs=[*_words_about(user), *_COMMON])
        if found["score"] < LEAST_SCORE:
            raise ValidationError("密码太容易猜到。换成几个不相干的词，中间加数字或符号，不要用姓名、单位和日期。")

    def get_help_text(self) -> str:
        return "密码不能容易猜到：不要用姓名、单位的拼音和日期，最好是几个不相干的词。"


_COMMON = f"{_OF_THE_TRADE} {_LIKED}".split()


def _words_about(user: Any) -> list[str]:
    """What others know of somebody, in Latin letters: the names, whole and by syllables."""
    names = [user.last_name + user.first_name, user.last_name, user.first_name] if user else []
    spelt = [lazy_pinyin(name) for name in names if name]
    whole = ["".join(syllables) for syllables in spelt]
    initials = ["".join(syllable[0] for syllable in syllables) for syllables in spelt]
    known = [user.get_username(), user.email.partition("@")[0]] if user else []
    return [word for word in (*known, *whole, *initials) if len(word) > 1]
