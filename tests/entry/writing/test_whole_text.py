"""The whole narrative as one text: split into its parts, checked before it is saved, begun from the tables."""

import pytest
from django.urls import reverse

from disclosures.entry.writing.pasted import PastedText, text_of
from disclosures.entry.writing.whole_text import WholeTextForm
from disclosures.publication import workflow
from disclosures.sentences.gaps import gap
from disclosures.statements.models import Chapter, Disclosure, Duty, Paragraph, State, Term, UnitInScope
from tests.building import build_disclosure, published_disclosure
from tests.entry.typing_in import typed_in
from tests.entry.writing.drafts import empty_draft, sample_draft
from tests.once import once

pytestmark = pytest.mark.django_db

TEXT = """第一部分 某局概况
一、主要职责
1.管档案。
2.查档案。
二、部门决算单位构成
纳入2023年部门决算编制范围的预算单位共1家，即：某局。
第二部分 2023年度部门决算情况说明
一、收入支出决算总体情况说明
（一）收入总计1262.08万元，包括：
第三部分 名词解释
1.财政拨款收入：指从同级财政部门取得的资金。
"""


@once
def sample():
    return sample_draft()


def page_of(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_whole_text", args=[disclosure.pk])


def sent(client, disclosure: Disclosure, do: str, text: str):
    page = page_of(disclosure)
    return client.post(page, typed_in(client.get(page), {"text": text, "do": do}))


def rows(disclosure: Disclosure, model) -> list[str]:
    named = {Paragraph: "text", Duty: "text", UnitInScope: "name", Term: "name"}
    found = model.objects.filter(disclosure=disclosure).order_by("position")
    return list(found.values_list(named[model], flat=True))


def test_a_pasted_text_is_split_into_its_parts(admin_client):
    draft = empty_draft()
    answer = sent(admin_client, draft, "save", TEXT)
    assert answer.status_code == 302
    assert rows(draft, Duty) == ["管档案。", "查档案。"]
    assert rows(draft, UnitInScope) == ["某局"]
    assert rows(draft, Term) == ["财政拨款收入"]
    chapters = Paragraph.objects.filter(disclosure=draft).order_by("position").values_list("chapter", flat=True)
    assert list(dict.fromkeys(chapters)) == [Chapter.OVERVIEW, Chapter.EXPLANATION, Chapter.GLOSSARY]


def test_looking_saves_nothing_and_marks_figures_with_their_check(admin_client, sample):
    wrong = TEXT.replace("1262.08", "1262.88")
    answer = sent(admin_client, sample, "look", wrong)
    assert b'<span class="broken" title=' in answer.content
    assert "1262.88万元" in answer.content.decode()
    assert text_of(sample) != wrong
    right = sent(admin_client, sample, "look", TEXT)
    assert b'<span class="ok" title=' in right.content


def test_the_stored_text_is_understood_as_itself(sample):
    stored = list(Paragraph.objects.filter(disclosure=sample).order_by("position"))
    again = PastedText(sample, text_of(sample)).paragraphs
    assert [(each.chapter, each.level, each.text) for each in again] == [
        (each.chapter, each.level, each.text) for each in stored
    ]


def test_sentences_are_written_from_the_tables_and_the_rest_of_the_text_stays(admin_client, sample):
    answer = sent(admin_client, sample, "write", text_of(sample))
    text = answer.context["form"].initial["text"]
    assert "（一）收入总计1262.08万元，包括：" in text
    assert gap("主要原因") in text
    assert "贯彻落实党中央、国务院" in text
    assert "减少的原因是人员减少" not in text
    assert b'<span class="gap"' in answer.content
    assert "减少的原因是人员减少" in text_of(sample)


def test_an_empty_text_is_begun_with_all_parts(admin_client):
    draft = empty_draft()
    text = sent(admin_client, draft, "write", "").context["form"].initial["text"]
    assert [part in text for part in ("第一部分", "第二部分", "第三部分", "第四部分")] == [True] * 4
    assert gap("公开01表还没有填，填好以后再生成") in text


def test_lists_that_the_text_lacks_stay(admin_client):
    draft = empty_draft()
    Term.objects.create(disclosure=draft, position=1, name="结余", definition="剩下的钱")
    sent(admin_client, draft, "save", TEXT.partition("第三部分")[0])
    assert rows(draft, Term) == ["结余"]


def test_a_text_that_somebody_changed_meanwhile_is_not_overwritten(admin_client):
    draft = empty_draft()
    page = page_of(draft)
    opened = typed_in(admin_client.get(page), {"text": TEXT, "do": "save"})
    Paragraph.objects.create(disclosure=draft, position=1, chapter=Chapter.OVERVIEW, text="别人写的。")
    answer = admin_client.post(page, opened)
    assert "没有保存：有 1 处与现在存着的不同" in answer.content.decode()
    assert rows(draft, Paragraph) == ["别人写的。"]
    assert "管档案。" in answer.context["form"].initial["text"]
    again = admin_client.post(page, typed_in(answer, {"do": "save"}))
    assert again.status_code == 302
    assert rows(draft, Duty) == ["管档案。", "查档案。"]


@pytest.fixture
def both(admin_client):
    """The answer to a whole text that was saved after somebody had changed its second duty and its term."""
    draft = empty_draft()
    sent(admin_client, draft, "save", TEXT)
    page = page_of(draft)
    text = TEXT.replace("查档案。", "查所有档案。").replace("包括：", "包括以下：")
    opened = typed_in(admin_client.get(page), {"text": text, "do": "save"})
    sent(admin_client, draft, "save", TEXT.replace("查档案。", "看档案。").replace("取得的资金", "得到的资金"))
    return admin_client.post(page, opened), draft


def test_passages_that_only_one_has_changed_are_kept(both):
    answer, draft = both
    asked = [(one.where.split()[0], one.now, one.mine) for one in answer.context["conflicts"]]
    assert [one[1:] for one in asked if one[0] == "第"] == [("2.看档案。", "2.查所有档案。")]
    assert rows(draft, Duty) == ["管档案。", "看档案。"]
    text = answer.context["form"].initial["text"]
    assert all(words in text for words in ("包括以下：", "查所有档案。", "得到的资金"))


@pytest.mark.parametrize(("choice", "kept"), [("mine", "查所有档案。"), ("theirs", "看档案。")])
def test_a_passage_that_both_have_changed_is_chosen(admin_client, both, choice, kept):
    answer, draft = both
    data = typed_in(answer)
    data |= {name: choice for name in data if name.startswith("keep-passage")} | {"_save": "1"}
    assert admin_client.post(page_of(draft), data).status_code == 302
    assert rows(draft, Duty) == ["管档案。", kept]
    assert "得到的资金" in text_of(draft)


def test_a_list_that_somebody_has_changed_beside_the_text_is_kept(admin_client):
    draft = empty_draft()
    sent(admin_client, draft, "save", TEXT)
    page = page_of(draft)
    opened = typed_in(admin_client.get(page), {"text": TEXT.replace("取得的资金", "得到的资金"), "do": "save"})
    Duty.objects.filter(disclosure=draft, position=2).update(text="看档案。")
    assert admin_client.post(page, opened).status_code == 302
    assert rows(draft, Duty) == ["管档案。", "看档案。"]


def test_looking_and_writing_do_not_forget_what_was_shown(admin_client):
    draft = empty_draft()
    page = page_of(draft)
    opened = typed_in(admin_client.get(page), {"text": TEXT, "do": "look"})
    Paragraph.objects.create(disclosure=draft, position=1, chapter=Chapter.OVERVIEW, text="别人写的。")
    looked = admin_client.post(page, opened)
    assert admin_client.post(page, typed_in(looked, {"do": "save"})).context["conflicts"]


def test_a_text_written_before_a_submission_is_shown_after_it(admin_client):
    draft = build_disclosure()
    page = page_of(draft)
    opened = typed_in(admin_client.get(page), {"text": "新写的说明。", "do": "save"})
    workflow.submit(draft)
    answer = admin_client.post(page, opened)
    assert answer.status_code == 409
    assert "新写的说明。" in answer.content.decode()


def test_tables_in_the_text_are_said_and_not_saved(admin_client):
    draft = empty_draft()
    answer = sent(admin_client, draft, "look", f"{TEXT}\n科目\t金额\n基本工资\t12.00\n")
    assert "不是文字，没有存入" in answer.content.decode()


@pytest.mark.parametrize("text", ["", "   \n "])
def test_nothing_is_no_text(admin_client, text):
    draft = empty_draft()
    assert "还没有文字" in sent(admin_client, draft, "save", text).content.decode()


def test_words_that_look_like_a_page_are_only_words(admin_client):
    draft = empty_draft()
    answer = sent(admin_client, draft, "look", "<script>alert(1)</script>决算说明。")
    assert b"<script>alert" not in answer.content


def test_too_long_a_text_is_refused():
    form = WholeTextForm({"text": "字" * 400_001, "do": "look"})
    assert "文字太长" in str(form.errors["text"])


def test_a_published_revision_has_no_such_page(admin_client):
    disclosure = published_disclosure()
    assert disclosure.state == State.PUBLISHED
    assert admin_client.get(page_of(disclosure)).status_code == 403
