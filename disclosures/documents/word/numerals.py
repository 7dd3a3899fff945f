"""A count as a numbering format of Word writes it: 一、 二、, ①, a, iv."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾", "佰")
_COUNTED = ("零一二三四五六七八九", "十", "百")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LONGEST = 12  # characters; letters and Roman numerals grow without end


def written(count: int, kind: str) -> str:
    """The count in that format; a format that is not known counts in usual digits."""
    return _WRITERS.get(kind, str)(count)[:_LONGEST]


def _of(characters: str) -> Callable[[int], str]:
    """Formats with a character for each count, and usual digits after the last."""
    return lambda count: characters[count - 1] if 0 < count <= len(characters) else str(count)


def _counting(digits: str, ten: str, hundred: str) -> Callable[[int], str]:
    def write(count: int) -> str:
        if not 0 < count < 1000:
            return str(count)
        hundreds, rest = divmod(count, 100)
        tens, ones = divmod(rest, 10)
        text = f"{digits[hundreds]}{hundred}" if hundreds else ""
        if tens:
            text += ("" if count < 20 and ten == "十" else digits[tens]) + ten
        elif hundreds and ones:
            text += digits[0]
        return text + (digits[ones] if ones else "")

    return write


def _letters(first: str) -> Callable[[int], str]:
    return lambda count: chr(ord(first) + (count - 1) % 26) * (1 + min(count - 1, 1000) // 26) if count > 0 else ""


def _roman(count: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        text += sign * min(times, _LONGEST)
    return text


_counted = _counting(*_COUNTED)
_WRITERS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda count: f"{count:02d}",
    "decimalFullWidth": lambda count: "".join(chr(ord(digit) + 0xFEE0) for digit in str(count)),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "chineseCounting": _counted,
    "chineseCountingThousand": _counted,
    "japaneseCounting": _counted,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _counted,
    "chineseLegalSimplified": _counting(*_LEGAL),
    "ideographDigital": lambda count: "".join(_DIGITS[int(digit)] for digit in str(count)),
    "japaneseDigitalTenThousand": lambda count: "".join(_DIGITS[int(digit)] for digit in str(count)),
    "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _of("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedCircleChinese": _of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedParen": _of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
}
