"""What the environment says, as settings read it: a value that is none stops the site with a sentence."""

import os

from django.core.exceptions import ImproperlyConfigured


def switched_on(name: str) -> bool:
    """Whether a switch in the environment is on; anything but 0 and 1 is a mistake worth stopping for."""
    value = os.environ.get(name, "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be 0 or 1.")
    return value == "1"


def one_of(name: str, *values: str) -> str:
    """A choice in the environment; the first is the default."""
    value = os.environ.get(name, values[0])
    if value not in values:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of {', '.join(values)}.")
    return value


def whole_number(name: str, default: int = 0) -> int:
    """A number in the environment that counts something."""
    value = os.environ.get(name, str(default))
    if not (value.isascii() and value.isdigit()):
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a whole number.")
    return int(value)
