"""A target beside what was said: a verdict only where it is certain."""

import pytest

from ecoreport.text.standings import Standing, claimed, denied, fitting, kept_day, kept_wholly, standing
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


INSPECTION = "开展案卷评查，建立问题台账，逐一整改。"


@pytest.mark.parametrize(
    ("plan", "said", "expected"),
    [
        (INSPECTION, "开展案卷评查2次，发现问题31个，全部整改到位。", MET),
        (INSPECTION, "案卷评查发现的31个问题均已整改完毕。", MET),
        (INSPECTION, "案卷评查发现问题31个，逐一整改。", SILENT),  # how, not that it is over
        (INSPECTION, "案卷评查发现问题31个，逐一整改到位。", MET),
        (INSPECTION, "案卷评查发现问题31个，尚有6个未整改。", MISSED),
        (INSPECTION, "案卷评查发现的问题正在整改。", MISSED),
        (INSPECTION, "案卷评查发现问题31个，个别问题整改不到位。", MISSED),
        (INSPECTION, "案卷评查发现问题31个，已整改25个。", SILENT),
        (INSPECTION, "案卷评查发现问题31个，基本整改到位。", SILENT),
        (INSPECTION, "案卷评查发现问题31个，逐一制定整改措施。", SILENT),
        (INSPECTION, "案卷评查发现问题31个，均明确整改责任人。", SILENT),
        (INSPECTION, "对案卷评查中尚未整改的问题紧盯不放。", SILENT),
        (INSPECTION, "案卷评查没有未整改的问题。", SILENT),
        (INSPECTION, "案卷评查发现问题全部整改到位。案卷评查仍有2个问题未整改。", SILENT),
        (INSPECTION, "巡察反馈问题全部整改到位。", SILENT),  # of something else
        (INSPECTION, "开展案卷评查；对巡察反馈的问题全部整改到位。", SILENT),
        (INSPECTION, "开展案卷评查，巡察反馈问题全部整改到位。", SILENT),
        (INSPECTION, "许可案卷评查发现问题全部整改到位。", SILENT),  # a part
        (INSPECTION, "许可案卷评查发现问题尚未整改。", MISSED),
        (INSPECTION, "全部整改到位。", SILENT),  # of what?
        (INSPECTION, "下一步推进案卷评查发现问题全部整改到位。", SILENT),
        (INSPECTION, "案卷评查发现问题全部办结。", SILENT),
        ("督察反馈问题全部整改到位。", "督察反馈问题12个，已全部完成整改。", MET),
        ("督察反馈问题全部整改到位。", "督察反馈问题整改全部完成。", MET),
        ("落实巡视要求，逐条逐项整改销号。", "巡视反馈问题34个，全部按期整改到位。", MET),
        ("全面完成提升行政执法质量三年行动。", "提升行政执法质量三年行动任务全面完成。", MET),
        ("全面完成提升行政执法质量三年行动。", "全面完成提升行政执法质量三年行动各项任务。", MET),
        ("全面完成提升行政执法质量三年行动。", "全面完成提升行政执法质量三年行动方案的制定。", SILENT),
        ("全面完成提升行政执法质量三年行动。", "提升行政执法质量三年行动尚未完成。", MISSED),
        ("6月底前督察反馈问题全部销号。", "督察反馈问题全部整改到位。", SILENT),  # by when?
        ("年底前督察反馈问题全部销号。", "督察反馈问题全部整改到位。", MET),
        ("6月底前督察反馈问题全部销号。", "督察反馈问题尚未整改。", MISSED),
    ],
)
def test_whether_all_of_it_was_done(plan: str, said: str, expected: Standing) -> None:
    """Said of the same thing, that it is over; what is only under way, or of something else, is no verdict."""
    [target] = [one for one in targets(plan) if one.wholly]
    assert kept_wholly(target, [*claimed(said)], [])[0] is expected


def test_elsewhere_only_the_very_same_thing_counts() -> None:
    """What names it more loosely may be something else; that some of it is left counts anywhere."""
    [target] = targets("全面完成提升行政执法质量三年行动。")
    loose, done, left = ([*claimed(text)] for text in (
        "全面完成三年行动。", "全面完成提升行政执法质量三年行动。", "提升行政执法质量三年行动尚未完成。",
    ))  # fmt: skip
    assert kept_wholly(target, loose, [])[0] is MET
    assert kept_wholly(target, [], loose)[0] is SILENT
    assert kept_wholly(target, [], done)[0] is MET
    assert kept_wholly(target, done, left)[0] is SILENT


@pytest.mark.parametrize("plan", ["全面落实三项制度。", "逐一走访企业。", "去年已全部完成整改。", "全部整改。"])
def test_what_sets_no_such_target(plan: str) -> None:
    """A manner of working, what is past, and what is of nothing that can be known."""
    assert not targets(plan)
