"""The signed lists, kept beside what they list; the database refuses to change or delete one."""

import hashlib
import json
from typing import ClassVar

from django.db import models

DIGITS = 64  # of a SHA-256 in hexadecimal


class DigestList(models.Model):
    """What was published by the end of a month and is in no earlier list, as the bytes that were signed."""

    month = models.CharField("月份", max_length=7, unique=True, help_text="如 2026-11")
    made_at = models.DateTimeField("签名时间", auto_now_add=True, help_text="什么时候签的")
    content = models.BinaryField("清单", help_text="签名所指的原文，JSON")
    signature = models.BinaryField("签名", help_text="Ed25519，64 字节")
    public_key = models.TextField("公钥", help_text="PEM")

    class Meta:
        verbose_name = verbose_name_plural = "校验码清单"
        ordering: ClassVar[list[str]] = ["month"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.month

    @property
    def sha256(self) -> str:
        """By which the next list names this one."""
        return hashlib.sha256(self.content).hexdigest()

    def told(self) -> dict:
        """What it says: `month`, `previous`, `root`, and `revisions` as pairs of address and digest."""
        return json.loads(bytes(self.content))
