"""The addresses of the pages of this package, below those of a disclosure in the admin."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.urls import URLPattern, path

from disclosures.entry.checklist.form_page import check_form_page
from disclosures.entry.checklist.page import checklist_page
from disclosures.entry.unclear.page import unclear_page


def urls_of(model_admin: Any) -> list[URLPattern]:
    """Each for a disclosure that whoever asks may reach; any other is not found."""

    def of(page: Callable) -> Callable:
        return model_admin.admin_site.admin_view(partial(page, model_admin))

    return [
        path("<int:pk>/checklist/", of(checklist_page), name="statements_disclosure_checklist"),
        path("<int:pk>/unclear/", of(unclear_page), name="statements_disclosure_unclear"),
        path("<int:pk>/check-form/", of(check_form_page), name="statements_disclosure_check_form"),
    ]
