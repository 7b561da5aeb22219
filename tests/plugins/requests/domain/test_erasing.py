import datetime as dt
import json

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from plugins.api import FigureScope
from plugins.contrib.requests.domain.erasing import cases_to_erase, erase_case, erase_old, keep_rule
from plugins.contrib.requests.domain.handling.consulting import ask_opinion
from plugins.contrib.requests.domain.handling.ending import withdraw_case
from plugins.contrib.requests.domain.handling.talking import write_note
from plugins.contrib.requests.domain.redacting import add_source
from plugins.contrib.requests.enums import CaseState, ConsultationKind, FileKind, RemedyKind, RemedyResult
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import (
    Case,
    CaseEvent,
    CaseFile,
    Consultation,
    DataAccess,
    Decision,
    Letter,
    Remedy,
    RetentionRule,
)
from plugins.contrib.requests.sources import case_figures

DAY = dt.date(2026, 3, 2)


@pytest.fixture
def ended(accepted, officer, settings, tmp_path):
    """Withdrawn on the day it came, with somebody asked, a text and a file."""
    settings.DATA_DIR = tmp_path
    ask_opinion(case=accepted, kind=ConsultationKind.THIRD_PARTY, name="张三公司", user=officer, day=DAY)
    write_note(case=accepted, text="张三来过", user=officer)
    kept = {"name": "张三.pdf", "size": 3, "content_type": "application/pdf"}
    CaseFile.objects.create(case=accepted, kind=FileKind.APPLICATION, file=ContentFile(b"abc", name="a"), **kept)
    return withdraw_case(case=accepted, user=None, day=DAY, reason="张三不要了")


def test_personal_data_is_gone_and_figures_stay(ended, django_capture_on_commit_callbacks):
    stored = ended.files.get().file
    before = case_figures(FigureScope(ended.district, 2026))
    with django_capture_on_commit_callbacks(execute=True):
        erase_case(case=ended)

    row = Case.objects.get(pk=ended.pk)
    assert (row.name, row.identity_number, row.phone, row.applicant_digest) == ("", "", "", "")
    assert set(CaseEvent.objects.values_list("text", flat=True)) == {""}
    assert (Consultation.objects.get().name, CaseFile.objects.get().name) == ("", "")
    assert not stored.storage.exists(stored.name)
    assert case_figures(FigureScope(ended.district, 2026)) == before


def test_nothing_is_done_with_an_erased_case(ended, officer):
    erase_case(case=ended)
    with pytest.raises(CaseRefused):
        write_note(case=ended, text="再写", user=officer)
    with pytest.raises(CaseRefused):
        add_source(case=Case.objects.get(pk=ended.pk), upload=SimpleUploadedFile("材料.pdf", b"%PDF-"), user=officer)
    assert not CaseFile.objects.filter(kind=FileKind.SOURCE).exists()


def test_rule_counts_from_the_end(ended, district):
    late = dt.date(2036, 3, 3)

    assert not cases_to_erase(district, today=dt.date(2036, 3, 2)).exists()
    assert list(cases_to_erase(district, today=late)) == [ended]
    Remedy.objects.create(case=ended, kind=RemedyKind.RECONSIDERATION, organ="市政府", filed_on=DAY)
    assert not cases_to_erase(district, today=late).exists()


def test_nothing_is_erased_before_the_rule_is_confirmed(ended, district, office):
    late = dt.date(2040, 1, 1)
    assert erase_old(district=district, today=late) == 0

    keep_rule(district=district, years=5, is_confirmed=True, user=office)
    assert erase_old(district=district, today=late) == 1
    assert erase_old(district=district, today=late) == 0


def test_open_cases_are_kept(accepted, district, office):
    keep_rule(district=district, years=1, is_confirmed=True, user=office)

    assert erase_old(district=district, today=dt.date(2099, 1, 1)) == 0


def test_command_tells_and_erases(ended, district, office, capsys):
    day = timezone.localdate() - dt.timedelta(days=3 * 366)
    Case.objects.filter(pk=ended.pk).update(received_on=day, concluded_on=day)
    keep_rule(district=district, years=2, is_confirmed=True, user=office)
    call_command("requests", "erase", "--dry-run", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told == {"districts": {"jia": {"cases": 1, "years": 2, "is_confirmed": True}}}
    assert Case.objects.get(pk=ended.pk).erased_at is None

    call_command("requests", "erase", "--district", "jia")
    assert Case.objects.get(pk=ended.pk).erased_at is not None


def test_commands_tell_no_name(ended, capsys):
    Case.objects.filter(pk=ended.pk).update(name="张三")
    call_command("requests", "list", "--state", CaseState.WITHDRAWN)
    call_command("requests", "show", ended.number)
    call_command("requests", "show", str(ended.pk), "--json")
    told = capsys.readouterr().out

    assert (ended.number in told, "张三" in told) == (True, False)


def test_time_runs_from_the_last_thing_that_ended(ended, district):
    late = dt.date(2036, 3, 3)
    given = {"kind": RemedyKind.RECONSIDERATION, "result": RemedyResult.UPHELD, "organ": "市政府", "filed_on": DAY}
    remedy = Remedy.objects.create(case=ended, concluded_on=dt.date(2026, 9, 1), **given)

    assert not cases_to_erase(district, today=late).exists()
    assert cases_to_erase(district, today=dt.date(2036, 9, 2)).exists()
    remedy.delete()
    Case.objects.filter(pk=ended.pk).update(closed_on=dt.date(2026, 8, 1))
    assert not cases_to_erase(district, today=late).exists()


def test_what_was_written_by_hand_goes_as_well_and_days_stay(ended, officer):
    decided = Decision.objects.create(case=ended, outcome="granted", reasons="张三", basis="张三", drafted_by=officer)
    Remedy.objects.create(case=ended, kind=RemedyKind.RECONSIDERATION, organ="市政府", filed_on=DAY, note="张三")
    DataAccess.objects.create(case=ended, user=officer, what="identity", purpose="张三")
    erase_case(case=ended)

    found = Decision.objects.get()
    assert (found.reasons, found.basis, found.drafted_at) == ("", "", decided.drafted_at)
    assert (Remedy.objects.get().note, DataAccess.objects.get().purpose) == ("", "")


@pytest.mark.parametrize(("organ", "kept"), [("甲局", "甲局"), ("致张三（甲局）", "")])
def test_letter_says_nothing_of_the_applicant_any_more(ended, officer, organ, kept):
    Case.objects.filter(pk=ended.pk).update(name="张三")
    Letter.objects.create(
        case=ended, kind="fee", organ=organ, title="致张三", body="张三：\n收到。", drafted_by=officer
    )
    erase_case(case=ended)
    found = Letter.objects.get()
    assert (found.kind, found.organ, found.title, found.body) == ("fee", kept, "", "")


def test_rule_is_changed_of_a_named_district_only(client, district, office):
    client.force_login(office)
    answer = client.post(reverse("requests-admin:keeping"), {"district": "yi", "years": 1, "is_confirmed": "on"})

    assert (answer.status_code, RetentionRule.objects.count()) == (404, 0)


def test_rule_that_erases_at_once_is_kept_when_it_is_sent_again(client, district, office, ended):
    old = timezone.localdate() - dt.timedelta(days=3 * 366)
    Case.objects.filter(pk=ended.pk).update(received_on=old, concluded_on=old)
    client.force_login(office)
    address, sent = reverse("requests-admin:keeping"), {"district": "jia", "years": 1, "is_confirmed": "on"}
    html = client.post(address, sent).content.decode()
    assert ("1件申请的个人信息将在下次运行时清除" in html, RetentionRule.objects.count()) == (True, 0)

    client.post(address, {**sent, "years": 2, "agreed": 1})
    assert RetentionRule.objects.count() == 0
    client.post(address, {**sent, "agreed": 1})
    assert (RetentionRule.objects.get().years, 'name="agreed" value="1"' in html) == (1, True)


def test_rule_that_erases_nothing_yet_is_kept_at_once(client, district, office, ended):
    client.force_login(office)
    client.post(reverse("requests-admin:keeping"), {"district": "jia", "years": 30, "is_confirmed": "on"})

    assert RetentionRule.objects.get().years == 30
