"""What this package tells those above it, which it does not know."""

from django.dispatch import Signal

lists_changed = Signal()  # the lists were loaded and differed; rows written in bulk send no signals of their own
