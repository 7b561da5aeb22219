"""The screens: filled in without script, absent for others, and nothing lost on bad input."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.filling import Entry, fill_report
from plugins.contrib.annual_report.domain.values import figures_of, values_of
from plugins.contrib.annual_report.domain.writing import Evaluated, write_texts
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.samples import make_samples
from tests.factories.tenancy import make_unit

from .conftest import TODAY, YEAR
from .filled import GRANTED, NEW, accept, fill, submit

SPACE = "annual-report-admin"
MADE = ("regulations", "documents", "made")


def at(name, *args):
    return reverse(f"{SPACE}:{name}", args=args)


@pytest.fixture
def counted(report):
    count_report(report=report, user=None)
    return report


@pytest.fixture
def filling(client, officer):
    client.force_login(officer)
    return client


def typed(**cells):
    return {"c.requests.new.natural": "", **{f"c.{name}": text for name, text in cells.items()}}


def test_officer_saves_what_is_typed(filling, counted):
    answer = filling.post(at("report", counted.pk), {"c.requests.new.natural": "３", "act": "save"})
    assert answer.status_code == 302
    assert values_of(counted)[NEW] == 3


def test_submitting_keeps_what_is_typed_first(filling, officer, counted):
    fill(counted, officer)
    cells = {"c.requests.new.natural": "2", "c.requests.carried_out.natural": "2", "act": "submit"}
    assert filling.post(at("report", counted.pk), cells).status_code == 302
    counted.refresh_from_db()
    assert (counted.state, values_of(counted)[NEW]) == ("submitted", Decimal(2))


def test_submitting_what_does_not_fit_is_refused_and_keeps_what_is_typed(filling, officer, counted):
    fill(counted, officer)
    page = filling.post(at("report", counted.pk), {"c.requests.new.natural": "2", "act": "submit"})
    counted.refresh_from_db()
    assert (page.status_code, counted.state, values_of(counted)[NEW]) == (200, "draft", Decimal(2))
    assert 'name="c.requests.new.natural" value="2"' in page.content.decode()


def test_counting_again_keeps_what_is_typed_first(filling, counted):
    filling.post(at("report", counted.pk), {"c.requests.new.natural": "2", "act": "count"})
    assert values_of(counted)[NEW] == 2


def test_reason_for_submitting_nonetheless_outlives_a_refusal(client, office, unit, district):
    own = begin_report(owner=district, year=YEAR, today=TODAY)
    client.force_login(office)
    page = client.post(at("report", own.pk), {"c.requests.new.natural": "2", "reason": "尚缺一家", "act": "submit"})
    assert ">尚缺一家</textarea>" in page.content.decode()


def test_what_cannot_be_read_is_shown_again_and_nothing_is_saved(filling, counted):
    cells = {"c.requests.new.natural": "三个", "c.requests.granted.natural": "7", "act": "save"}
    answer = filling.post(at("report", counted.pk), cells)
    page = answer.content.decode()
    assert ('value="三个"' in page, 'value="7"' in page, 'href="#c.requests.new.natural"' in page) == (True,) * 3
    assert values_of(counted)[NEW] is None


def test_entry_over_a_count_asks_for_its_reason(filling, counted):
    cells = {"c.regulations.documents.made": "5", "act": "save"}
    page = filling.post(at("report", counted.pk), cells).content.decode()
    assert 'name="r.regulations.documents.made"' in page
    answer = filling.post(at("report", counted.pk), {**cells, "r.regulations.documents.made": "补登"})
    assert answer.status_code == 302
    assert (figures_of(counted)[MADE].entered, figures_of(counted)[MADE].reason) == (Decimal(5), "补登")


def shown(client, report):
    return client.get(at("report", report.pk)).context["shown"]


def test_only_what_the_person_changed_is_written(filling, officer, counted):
    before = shown(filling, counted)
    fill_report(report=counted, entries={NEW: Entry(Decimal(5))}, user=officer)
    cells = {"c.requests.new.natural": "", "c.requests.granted.natural": "2", "shown": before, "act": "save"}
    assert filling.post(at("report", counted.pk), cells).status_code == 302
    assert (values_of(counted)[NEW], values_of(counted)[GRANTED]) == (Decimal(5), Decimal(2))


def test_cell_that_both_changed_is_shown_beside_and_kept_until_saved_again(filling, officer, counted):
    before = shown(filling, counted)
    fill(counted, officer, new=5)
    cells = {"c.requests.new.natural": "7", "act": "save"}
    page = filling.post(at("report", counted.pk), {**cells, "shown": before})
    assert ("其他" in page.content.decode(), values_of(counted)[NEW]) == (True, Decimal(5))
    others = {one["name"]: (one["now"], one["typed"]) for one in page.context["others"]}
    assert others["c.requests.new.natural"] == ("5", "7")
    filling.post(at("report", counted.pk), {**cells, "shown": page.context["shown"]})
    assert values_of(counted)[NEW] == 7


def test_check_without_saving_names_blank_cells(filling, counted):
    page = filling.post(at("report", counted.pk), {"act": "check"})
    assert len(page.context["missing"]) == 5


def test_blank_cells_are_filled_at_once_and_saved_afterwards(filling, counted):
    page = filling.post(
        at("report", counted.pk), typed(act="zero:requests") | {"act": "zero:requests"}
    ).content.decode()
    assert 'name="c.requests.new.natural" value="0"' in page
    assert values_of(counted)[NEW] is None


def test_check_tells_sums_and_failures(filling, counted):
    cells = {"c.requests.new.natural": "4", "c.requests.granted.natural": "3"}
    told = filling.post(at("check", counted.pk), cells).json()
    assert told["sums"]["c.requests.new.total"] == "4"
    assert {"c.requests.new.natural", "c.requests.carried_out.natural"} <= set(told["wrong"])
    assert values_of(counted)[NEW] is None


def test_counted_figure_leads_to_its_list(filling, counted):
    page = filling.get(at("report", counted.pk)).content.decode()
    address = (
        f"{at('documents')}?district=jia&amp;year={YEAR}&amp;row=documents&amp;column=made&amp;unit={counted.unit_id}"
    )
    assert address in page
    assert filling.get(address.replace("&amp;", "&")).context["documents"].paginator.count == 0


def test_report_goes_from_unit_to_office_and_back(client, officer, office, counted):
    fill(counted, officer, new=1, granted=1)
    client.force_login(officer)
    client.post(at("act", counted.pk), {"act": "submit"})
    client.force_login(office)
    client.post(at("act", counted.pk), {"act": "return", "reason": "请核对许可数量"})
    client.force_login(officer)
    page = client.get(at("report", counted.pk)).content.decode()
    counted.refresh_from_db()
    assert (counted.state, "请核对许可数量" in page) == ("returned", True)


def test_submitted_report_is_not_changed_by_the_unit(filling, officer, counted):
    submit(fill(counted, officer), officer)
    page = filling.get(at("report", counted.pk)).content.decode()
    assert 'name="c.requests' not in page
    late = filling.post(at("report", counted.pk), {"c.requests.new.natural": "9", "act": "save"})
    assert late.status_code == 409
    assert values_of(counted)[NEW] == Decimal(0)
    assert ("“自然人”列", "9") in [(cell[-6:], text) for cell, text in late.context["unsaved"]]


def test_texts_that_come_too_late_are_shown_once_more(filling, officer, counted):
    submit(fill(counted, officer), officer)
    texts = {"overview": "写了一上午", "problems": "", "other": ""}
    late = filling.post(at("texts", counted.pk), {"e-TOTAL_FORMS": 0, "e-INITIAL_FORMS": 0, **texts})
    counted.refresh_from_db()
    assert ("写了一上午" in late.content.decode(), counted.overview) == (True, "")


def test_office_types_nothing_into_the_report_of_a_unit(client, office, counted):
    client.force_login(office)
    cells = {"c.requests.new.natural": "9", "act": "save"}
    answers = [client.post(at("report", counted.pk), cells), client.post(at("texts", counted.pk), {"overview": "x"})]
    assert [answer.status_code for answer in answers] == [404, 404]


@pytest.mark.parametrize("name", ["report", "texts", "log", "check", "act"])
def test_report_of_another_unit_is_absent(filling, district, name):
    other = begin_report(owner=make_unit(district), year=YEAR, today=TODAY)
    answers = [filling.get(at(name, other.pk)), filling.post(at(name, other.pk), {"act": "submit"})]
    assert {answer.status_code for answer in answers} <= {404, 405}


def test_figures_and_documents_of_another_unit_are_absent(filling, district):
    other = begin_report(owner=make_unit(district), year=YEAR, today=TODAY)
    query = f"?district=jia&year={YEAR}&row=documents&column=made"
    answers = [
        filling.get(at("figure", other.pk, *NEW)),
        filling.get(at("documents") + query),
        filling.get(f"{at('documents')}{query}&unit={other.unit_id}"),
        filling.get(at("district", "jia")),
    ]
    assert [answer.status_code for answer in answers] == [404] * 4


def test_unit_begins_its_report_and_no_other(filling, unit, district):
    other = make_unit(district)
    refused = filling.post(at("begin"), {"year": YEAR, "owner": f"unit:{other.pk}"})
    filling.post(at("begin"), {"year": YEAR, "owner": f"unit:{unit.pk}"})
    assert refused.status_code == 404
    assert [one.unit for one in Report.objects.all()] == [unit]


def test_office_begins_the_reports_of_all_units(client, office, unit, district):
    make_unit(district)
    client.force_login(office)
    client.post(at("begin"), {"year": YEAR, "owner": "units:jia"})
    assert Report.objects.filter(level="unit", counted_at__isnull=False).count() == 2


def test_texts_and_evaluations_are_kept(filling, counted):
    rows = {"e-TOTAL_FORMS": 1, "e-INITIAL_FORMS": 0}
    evaluation = {"e-0-kind": "third_party", "e-0-evaluator": "某高校", "e-0-result": "良好"}
    texts = {"overview": "总体平稳。", "problems": "人手不足。", "other": ""}
    assert filling.post(at("texts", counted.pk), {**rows, **evaluation, **texts}).status_code == 302
    counted.refresh_from_db()
    assert (counted.overview, [str(one) for one in counted.evaluations.all()]) == ("总体平稳。", ["某高校: 良好"])


def test_office_reads_the_texts_of_what_it_accepts(client, officer, office, counted):
    evaluated = [Evaluated("social", "某机构", "满意率九成")]
    texts = {"overview": "总体平稳。", "problems": "人手不足。", "other": ""}
    write_texts(report=counted, texts=texts, evaluations=evaluated, user=officer)
    submit(fill(counted, officer), officer)
    client.force_login(office)
    page = client.get(at("report", counted.pk))
    assert [[one.text for one in texts] for part, texts, _tables in page.context["parts"] if part.prose] == [
        ["总体平稳。", "社会评议：某机构。满意率九成"],
        ["人手不足。"],
        [""],
    ]
    assert "人手不足。" in page.content.decode()


def test_nothing_is_said_to_agree_with_a_year_that_nobody_reported_on(filling, officer, counted):
    fill(counted, officer)
    alone = filling.get(at("report", counted.pk)).content.decode()
    begin_report(owner=counted.unit, year=YEAR - 1, today=TODAY)
    Report.objects.filter(year=YEAR - 1).update(state="accepted", submitted_on=TODAY, accepted_on=TODAY)
    beside = filling.get(at("report", counted.pk)).content.decode()
    assert ["与上年度报告也相符" in page for page in (alone, beside)] == [False, True]


def test_total_of_a_district_opens_the_reports_that_make_it(client, office, officer, report, district):
    submit(fill(report, officer, new=2, granted=2), officer)
    accept(report, office)
    own = begin_report(owner=district, year=YEAR, today=TODAY)
    count_report(report=own, user=None)
    client.force_login(office)
    address = at("figure", own.pk, "requests", "total", "total")
    assert f'href="{address}"' in client.get(at("report", own.pk)).content.decode()
    assert [(one.unit, said) for one, said in client.get(address).context["parts"]] == [(report.unit, "2")]


def test_texts_that_somebody_else_wrote_meanwhile_are_kept(filling, counted):
    seen = filling.get(at("texts", counted.pk)).context["seen"]
    Report.objects.filter(pk=counted.pk).update(overview="别人写的")
    rows = {"e-TOTAL_FORMS": 0, "e-INITIAL_FORMS": 0, "problems": "", "other": ""}
    page = filling.post(at("texts", counted.pk), {**rows, "overview": "我写的", "seen": seen})
    counted.refresh_from_db()
    html = page.content.decode()
    assert (counted.overview, "别人写的" in html, "我写的" in html) == ("别人写的", True, True)
    answer = filling.post(at("texts", counted.pk), {**rows, "overview": "我写的", "seen": page.context["seen"]})
    assert answer.status_code == 302


@pytest.mark.parametrize("name", ["report", "texts", "log"])
def test_screen_opens(filling, counted, name):
    assert filling.get(at(name, counted.pk)).status_code == 200


@pytest.mark.parametrize("who", ["officer", "office", "auditor"])
def test_list_opens_for_each_side(client, request, counted, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(at("reports")).status_code == 200
    assert client.get(at("figure", counted.pk, *MADE)).status_code == 200


def test_auditor_sees_the_units_of_a_district(client, auditor, counted):
    client.force_login(auditor)
    page = client.get(f"{at('district', 'jia')}?year={YEAR}").content.decode()
    assert at("report", counted.pk) in page


def test_samples_are_made_once_and_show_each_state(district):
    for _number in range(6):
        make_unit(district)
    make_samples(district=district)
    states = sorted(Report.objects.filter(level="unit").values_list("state", flat=True))
    make_samples(district=district)
    assert states == ["accepted", "accepted", "draft", "draft", "returned", "submitted"]
    assert (Report.objects.count(), Report.objects.exclude(explanation="").count()) == (7, 0)


def test_figure_of_a_district_shows_the_whole_district(client, office, unit, district):
    own = begin_report(owner=district, year=YEAR, today=TODAY)
    client.force_login(office)
    page = client.get(at("figure", own.pk, *MADE))
    assert [(str(one["source"]), one["number"]) for one in page.context["elsewhere"]] == [("政府文件库", 0)]


def test_reports_that_are_missing_in_a_sum_are_a_warning_with_a_reason(client, office, unit, district):
    own = begin_report(owner=district, year=YEAR, today=TODAY)
    count_report(report=own, user=None)
    client.force_login(office)
    page = client.get(at("report", own.pk))
    assert [unit.name in str(page.context[name]) for name in ("missing", "passable")] == [False, True]
    assert 'id="explanation"' in page.content.decode()
