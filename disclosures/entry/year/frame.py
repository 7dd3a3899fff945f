"""The frame of the admin around a page of a year."""

from django.template.response import TemplateResponse


def framed(model_admin, request, template: str, title: str, **context) -> TemplateResponse:
    """A page of a year; `template` is a file of its folder."""
    frame = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": title,
        "is_nav_sidebar_enabled": False,  # the table needs the width
    }
    return TemplateResponse(request, f"admin/year/{template}", frame | context)
