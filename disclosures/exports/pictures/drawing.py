"""A card drawn as PNG by Pillow, with the Chinese type of Noto Sans CJK; lengths are px."""

import io

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from disclosures.exports.pictures.card import Card, Figure

WIDTH, HEIGHT = 1200, 630  # what messengers and search engines ask of a large picture
_PAPER, _INK, _SOFT, _LINE, _ACCENT, _WARN = "#fffdf8", "#1c2024", "#5b636b", "#e4dfd3", "#0b5c50", "#a5301f"
_EDGE = 72
_ROOM = WIDTH - 2 * _EDGE
_SIMPLIFIED = 2  # of the five shapes of Noto's collection: Japanese, Korean, simplified, traditional, Hong Kong
_SMALLEST = 20
_LINES = 2  # of a long name


class NoFontError(Exception):
    """The machine has no Chinese type, so that there is no picture; pages go without."""


def png_of(card: Card) -> bytes:
    """The picture; the same bytes for the same card and the same Pillow."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 14), fill=_ACCENT)
    _head(draw, card)
    _figures(draw, card.figures)
    _foot(draw, card.foot)
    content = io.BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()


def _font(size: int, *, is_bold: bool = False) -> FreeTypeFont:
    """Opened anew for each picture: threads must not share one."""
    file = settings.CHINESE_TYPE / f"NotoSansCJK-{'Bold' if is_bold else 'Regular'}.ttc"
    if not file.is_file():  # Pillow would look for the name elsewhere and draw with whatever it finds
        raise NoFontError(f"there is no {file}")
    return ImageFont.truetype(file, size, index=_SIMPLIFIED)


def _head(draw: ImageDraw.ImageDraw, card: Card) -> None:
    """Who and what; signs stand at the right of the top."""
    y = 66
    for line in _lines(card.name, _font(60, is_bold=True)):
        _write(draw, (_EDGE, y), line, _INK, 60, _ROOM, is_bold=True)
        y += 80
    _write(draw, (_EDGE, y + 6), card.subject, _SOFT, 36, _ROOM)
    draw.text((WIDTH - _EDGE, 26), "　".join(card.signs), _WARN, _font(26, is_bold=True), anchor="ra")


def _figures(draw: ImageDraw.ImageDraw, figures: tuple[Figure, ...]) -> None:
    """Beside each other, above the foot; one alone has the whole width."""
    if not figures:
        draw.text((_EDGE, 400), "没有印数字", _SOFT, _font(40))
        return
    step, unit = _ROOM // len(figures), _font(34)
    for place, figure in enumerate(figures):
        x, room = _EDGE + place * step, step - 24
        _write(draw, (x, 318), figure.title, _SOFT, 34, room)
        room -= int(unit.getlength(figure.unit)) + 16
        width = _write(draw, (x, 468), figure.text, _ACCENT, 92, room, is_bold=True, anchor="ls")
        draw.text((x + width + 16, 468), figure.unit, _INK, unit, anchor="ls")


def _foot(draw: ImageDraw.ImageDraw, words: str) -> None:
    draw.line((_EDGE, 530, WIDTH - _EDGE, 530), _LINE, 2)
    draw.text((_EDGE, 582), "决算公开", _ACCENT, _font(38, is_bold=True), anchor="ls")
    draw.text((WIDTH - _EDGE, 582), words, _SOFT, _font(26), anchor="rs")


def _write(
    draw: ImageDraw.ImageDraw,
    place: tuple[float, float],
    text: str,
    ink: str,
    size: int,
    room: int,
    *,
    is_bold: bool = False,
    anchor: str = "la",
) -> float:
    """The text in type that has room, how wide it is; what is too long in the smallest type ends in …"""
    needed = _font(size, is_bold=is_bold).getlength(text)
    font = _font(max(_SMALLEST, min(size, int(size * room / needed) if needed else size)), is_bold=is_bold)
    if font.getlength(text) > room:
        text = text[: next(end for end in range(len(text), -1, -1) if font.getlength(f"{text[:end]}…") <= room)] + "…"
    draw.text(place, text, ink, font, anchor=anchor)
    return font.getlength(text)


def _lines(text: str, font: FreeTypeFont) -> list[str]:
    """The text in one line or two of about equal length; Chinese may break anywhere."""
    if font.getlength(text) <= _ROOM:
        return [text]
    half = -(-len(text) // _LINES)
    return [text[:half], text[half:]]
