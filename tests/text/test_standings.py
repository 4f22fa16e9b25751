"""A target beside what was said: a verdict only where it is certain."""

import pytest

from ecoreport.text.standings import Standing, denied, fitting, kept_day, standing
from ecoreport.text.targets import sayings, targets

MET, MISSED, SILENT = Standing.MET, Standing.MISSED, Standing.SILENT


@pytest.mark.parametrize(
    ("plan", "said", "expected"),
    [
        ("评查案卷不少于60卷。", "评查案卷60卷。", MET),
        ("评查案卷不少于60卷。", "评查案卷25卷。", MISSED),
        ("评查案卷不少于60卷。", "案卷评查64件。", SILENT),  # counted in something else
        ("评查案卷不少于60卷。", "评查案卷约60卷。", SILENT),
        ("评查案卷不少于60卷。", "评查许可案卷25卷。", SILENT),  # a part
        ("评查案卷不少于60卷。", "评查许可案卷65卷。", MET),  # a part alone is enough
        ("评查许可案卷不少于60卷。", "评查案卷25卷。", MISSED),  # all of them are too few
        ("评查案卷不少于60卷。", "评查案卷30卷，再评查案卷35卷。", SILENT),  # may add up
        ("评查案卷不少于60卷。", "评查案卷10卷，再评查案卷15卷。", MISSED),
        ("培训不少于8期。", "培训9期，其中执法培训2期。", MET),
        ("执法培训不少于4期。", "培训9期，其中执法培训2期。", MISSED),
        ("纠错率控制在5%以内。", "纠错率4.2%。", MET),
        ("纠错率控制在5%以内。", "纠错率7%。", MISSED),
        ("案卷合格率达到95%。", "处罚案卷合格率99%。", SILENT),
        ("处罚案件下降10%。", "处罚案件增长3%。", MISSED),
        ("处罚案件下降10%。", "处罚案件增加3件。", SILENT),
        ("新增阵地3个。", "现有阵地12个。", SILENT),
        ("普法培训4期。", "执法培训9期。", SILENT),
    ],
)
def test_how_a_target_stands(plan: str, said: str, expected: Standing) -> None:
    """By the number of the same thing in the same unit."""
    [target] = targets(plan)
    assert standing(target, fitting(target, sayings(said))) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2025年5月完成执法人员轮训。", MET),
        ("6月底前，完成执法人员轮训。", MET),
        ("8月完成执法人员轮训。", MISSED),
        ("执法人员轮训推迟到明年完成。", MISSED),
        ("完成执法人员轮训。", SILENT),
        ("计划完成执法人员轮训。", SILENT),
        ("完成案卷归档。", SILENT),
    ],
)
def test_whether_a_day_was_kept(said: str, expected: Standing) -> None:
    """Done in time, too late, not done; without a day nothing is known."""
    [target] = targets("2025年6月底前完成执法人员轮训。")
    assert kept_day(target, said)[0] is expected


def test_what_is_due_at_the_end_of_the_year_needs_no_day() -> None:
    """The report is written behind it."""
    [target] = targets("年底前完成执法人员轮训。")
    assert kept_day(target, "完成执法人员轮训。") == (MET, "完成执法人员轮训")


def test_what_was_not_done_is_denied() -> None:
    """Of the same thing."""
    [target] = targets("案卷评查不少于2次。")
    assert denied(target, "全年未开展案卷评查。") == "全年未开展案卷评查"
    assert not denied(target, "未开展专项督查。")
