"""Where Django looks for admins: the pages of each kind stand in their own module."""

from django.contrib import admin
from django_tasks_db.models import DBTaskResult

from disclosures.entry import disclosures, lists, performance
from disclosures.entry.audited import pages as log
from disclosures.entry.callbacks import admin as callbacks
from disclosures.entry.imports import pages
from disclosures.entry.questions import admin as questions

__all__ = ["callbacks", "disclosures", "lists", "log", "pages", "performance", "questions"]

admin.site.unregister(DBTaskResult)  # the queue of the worker: files say themselves how far they are
admin.site.site_header = admin.site.site_title = "单位决算公开 · 填报"
admin.site.index_title = "填报和发布"
