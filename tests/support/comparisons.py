"""Parts of a comparison that every format for people is shown with."""

from decimal import Decimal

from ecoreport.text.diff import Segment
from ecoreport.years.compare._changes import AnsweringMeasure, Change, Copied, FieldChange, FigureChange, PlanOutcome

STUDY = (AnsweringMeasure("举措“study”", "学法"),)
PLAN = (PlanOutcome("a", "归档", STUDY), PlanOutcome("b", "办班", ()), PlanOutcome("c", "普法", STUDY, open=True))
FIGURES = (FigureChange("立案", Change.CHANGED, "3起", "4起", "起", Decimal(1), Decimal("33.3"), shown="增加1起"),)
FIELDS = (FieldChange("seal", "盖章", "", "是"), FieldChange("number", "发文字号", "甲1号", ""))
COPIED = (Copied("导语", "依法行政。", "依法行政。", 0.949),)
WORDS = (Segment("=", "学"), Segment("-", "宪法"), Segment("+", "法典"))
# Long enough to be told of where it stands in both years.
SENTENCE = "组织全局干部认真学习宪法和民法典，切实提高依法行政的意识和能力水平。"
