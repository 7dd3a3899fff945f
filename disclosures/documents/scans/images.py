"""`read_image`: pictures of pages in a file of their own, as scanners and telephones make them."""

import warnings
from collections.abc import Iterator
from pathlib import Path

from disclosures.documents.items import DocumentError
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.pdf.areas import PlacedItems
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.pages import Page
from disclosures.documents.pdf.reading import items_of
from disclosures.documents.scans.extra import HOW_TO_ADD, is_installed
from disclosures.documents.scans.pages import DPI, page_from
from disclosures.documents.scans.progress import tell

_SHORT_SIDE = 8.27  # inches of A4, for a file that does not say how large its page is
_SIZES = (5.0, 17.0)  # inches: what a file says of the longer side of its page is believed between these
_MEGADOTS = 1_000_000


def read_image(path: Path, limits: Limits = DEFAULT) -> PlacedItems:
    """The grids and prose of a picture, or of all pictures in a file; places are said as of a PDF file."""
    if not is_installed():
        raise DocumentError(f"{path.name} 是图片；{HOW_TO_ADD}。")
    budget = Budget(path.name, limits)
    budget.limits.check(path.name, "megabytes", path.stat().st_size >> 20)
    return items_of(list(_pages(path, budget)), path.name)


def _pages(path: Path, budget: Budget) -> Iterator[Page]:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(), Image.open(path) as image:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            count = getattr(image, "n_frames", 1)
            budget.spend("scanned_pages", count)
            for number in range(1, count + 1):
                image.seek(number - 1)
                budget.limits.check(path.name, "megadots", -(-image.width * image.height // _MEGADOTS))
                yield page_from(_in_grey(image), number, budget)
                budget.check_time()
                budget.begin_again()
                tell(number, count)
    except Image.DecompressionBombError as error:
        raise DocumentError(f"{path.name} 太大：展开后的像素太多，没有读入。") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise DocumentError(f"{path.name} 损坏了，打不开。") from error


def _in_grey(image):
    """The picture as its maker meant it to be held, with as many dots to the inch as are read."""
    import numpy as np
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("RGBA", "LA", "P"):
        upright = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright)
    scale = _scale(upright)
    size = max(round(upright.width * scale), 1), max(round(upright.height * scale), 1)
    return np.asarray(upright.convert("L").resize(size, Image.Resampling.LANCZOS))


def _scale(image) -> float:
    """By how much a picture has to grow; A4 is taken for its page where what it says cannot be true."""
    across = float(image.info.get("dpi", (0, 0))[0] or 0)
    longer = max(image.size) / across if across > 1 else 0
    if _SIZES[0] <= longer <= _SIZES[1]:
        return DPI / across
    return DPI * _SHORT_SIDE / max(min(image.size), 1)
