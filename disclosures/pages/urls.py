"""The addresses of the public pages, in each language: of the site, then of a unit, a code, a disclosure."""

from django.urls import path, re_path

from disclosures.addresses import keys as addresses  # noqa: F401 (the converters of the routes)
from disclosures.pages.asking import views as asking
from disclosures.pages.changes import views as changes
from disclosures.pages.checks import views as checks
from disclosures.pages.cite import views as cite
from disclosures.pages.code import views as codes
from disclosures.pages.following import mail
from disclosures.pages.front import views as disclosures
from disclosures.pages.general import PAGES
from disclosures.pages.matters import views as matters
from disclosures.pages.performance import views as performance
from disclosures.pages.questions import views as questions
from disclosures.pages.reading import views as reading
from disclosures.pages.source import views as source
from disclosures.pages.table import views as tables
from disclosures.pages.text import views as text
from disclosures.pages.unit import views as units

DISCLOSURE = "units/<unit:unit>/<edition:edition>/"

urlpatterns = [
    *(path(page.path, page.view, name=page.name) for page in PAGES),
    path("ask/<unit:unit>/<edition:edition>/", asking.ask, name="ask"),
    re_path(r"^ask/received/(?P<key>[A-Za-z0-9]{22})/$", asking.asked, name="asked"),
    path("mail/", mail.mail, name="mail"),
    path("mail/sent/", mail.sent, name="mail_sent"),
    re_path(r"^mail/confirm/(?P<token>[\w:-]{40,200})/$", mail.confirm, name="mail_confirm"),
    re_path(r"^mail/leave/(?P<key>[A-Za-z0-9]{32})/$", mail.leave, name="mail_leave"),
    path("questions/<slug:key>/", questions.question, name="question"),
    path("codes/<scheme:scheme>/<code:code>/", codes.code, name="code"),
    path("units/<unit:unit>/", units.unit, name="unit"),
    path("units/<unit:unit>/chart.json", units.chart, name="unit_chart"),
    path(DISCLOSURE, disclosures.disclosure, name="disclosure"),
    path(DISCLOSURE + "tables/<table:number>/", tables.table, name="table"),
    path(DISCLOSURE + "tables/<table:number>/chart.json", tables.chart, name="chart"),
    path(DISCLOSURE + "performance/", performance.performance, name="performance"),
    path(DISCLOSURE + "performance/<position:number>/", performance.performance_form, name="performance_form"),
    path(DISCLOSURE + "performance/<position:number>/chart.json", performance.chart, name="performance_chart"),
    path(DISCLOSURE + "tables/<table:number>/cite/", cite.cite_table, name="cite_table"),
    path(DISCLOSURE + "cite/", cite.cite, name="cite"),
    path(DISCLOSURE + "changes/", changes.changes, name="changes"),
    path(DISCLOSURE + "checks/", checks.checks, name="checks"),
    path(DISCLOSURE + "narrative/", text.narrative, name="narrative"),
    path(DISCLOSURE + "matters/", matters.other_matters, name="other_matters"),
    path(DISCLOSURE + "steps/", reading.steps, name="steps"),
    path(DISCLOSURE + "sheet/", reading.sheet, name="sheet"),
    path(DISCLOSURE + "source/", source.source, name="source"),
]
