"""Pages of the admin that stand beside a disclosure: its findings, its text, its steps."""

from django.template.response import TemplateResponse

from disclosures.statements.models import Disclosure


def page_beside(model_admin, request, disclosure: Disclosure, template: str, title: str, **context) -> TemplateResponse:
    """A page in the frame of the admin; `template` is a file of its folder for disclosures."""
    frame = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": f"{title}：{disclosure}",
        "original": disclosure,
        "media": model_admin.media,
        "is_nav_sidebar_enabled": False,  # tables and texts need the width
    }
    return TemplateResponse(request, f"admin/statements/disclosure/{template}", frame | context)
