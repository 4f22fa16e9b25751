"""The catalogue of indicators as rows: what each is called, what it is counted in, whether more of it is better.

As of 2026-11. What is counted: 国办发〔2018〕118号 and the provinces' forms for the yearly figures of 行政执法 (广东 2018);
《行政处罚法》(2021) 第九条 for the kinds of penalty, 《行政复议法》(2023) for how a review ends, the yearly reports on
政府信息公开. How it is called: those, and common usage of bureaus of 生态环境, 市场监管, 应急, 教育, 农业, 交通, 城管, 人社.
"""

from typing import Literal

Measure = Literal["cases", "papers", "times", "people", "visits", "places", "hours", "money", "rate", "days", "density"]

_CASES = ("件", "起", "宗", "例", "个", "案", "处", "批", "批次", "件次", "项", "条")
UNITS: dict[Measure, tuple[str, ...]] = {
    "cases": _CASES,
    "papers": (*_CASES, "份", "篇", "部", "卷", "张", "册"),
    "times": ("次", "场", "期", "场次", "期次", "班", "轮", "件", "起"),
    "people": ("人", "名", "位"),
    "visits": ("人次",),
    "places": ("家次", "户次", "家", "户", "次", "批次", "处"),
    "hours": ("学时", "课时", "小时"),
    "money": ("元",),
    "rate": ("%", "‰"),
    "days": ("天",),
    "density": ("微克每立方米", "微克/立方米"),
}


Row = tuple[str, Measure, str, str, int]


def _row(key: str, measure: Measure, names: str, near: str = "", better: int = 0) -> Row:
    """The standard name stands first; for what the columns mean see `indicators.Indicator`."""
    return key, measure, names, near, better


# fmt: off
ROWS: tuple[Row, ...] = (
    # 学法、述法、队伍
    _row("study_party", "times", "党组学法 党组集中学法 党委学法 党委集中学法 党组会议学法", "会前学法 党组会前学法"),
    _row("study_center", "times", "中心组学法 理论学习中心组学法 中心组集中学法 理论学习中心组集中学法 党组理论学习中心组学法"),
    _row("leader_meetings", "times", "研究法治工作 专题研究法治工作 主要负责人研究法治工作 党组研究法治工作 听取法治工作汇报 研究法治建设工作"),
    _row("leader_lecture", "times", "讲法治课 主要负责人讲法治课 主要负责人讲法治专题课 法治专题课"),
    _row("duty_reports", "people", "述法 述法人员 专题述法 会议述法 现场述法"),
    _row("training_sessions", "times", "执法培训 培训 法治培训 执法人员培训 行政执法培训 培训期数 培训班 培训场次", "业务培训"),
    _row("training_people", "people", "培训人员 培训 执法培训 法治培训 执法人员培训 行政执法培训 参训 培训人数 参训人数 参训人员 受训人员 培训执法人员 参训执法人员"),
    _row("training_visits", "visits", "培训人次 培训 执法培训 法治培训 执法人员培训 行政执法培训 参训 参训人次 受训人次 参训人员 培训人员 培训执法人员 参训执法人员"),
    _row("training_hours", "hours", "培训学时 培训 执法培训 法治培训 执法人员培训 培训课时 培训时长"),
    _row("officers", "people", "执法人员 行政执法人员 在岗执法人员 在编执法人员 一线执法人员"),
    _row("officers_certified", "people", "持证执法人员 持证人员 持证行政执法人员 执法证持有人员 执法持证人员 持有执法证人员"),
    _row("certified_rate", "rate", "持证率 执法人员持证率 持证上岗率 执法持证率 执法人员持证上岗率", better=1),
    _row("auditors", "people", "法制审核人员 专职法制审核人员 法治审核人员"),
    _row("public_lawyers", "people", "公职律师 公职律师人员 在册公职律师"),
    _row("counsel", "people", "法律顾问 聘请法律顾问 聘用法律顾问 外聘法律顾问 常年法律顾问"),
    _row("counsel_services", "times", "法律顾问服务 法律顾问提供服务 法律顾问参与事项"),
    _row("counsel_opinions", "papers", "法律意见 出具法律意见 法律意见书 出具法律意见书 法律顾问意见 提供法律意见"),
    # 决策和规范性文件
    _row("decisions_major", "cases", "重大行政决策 重大决策 重大行政决策事项 重大决策事项 重大行政决策目录事项"),
    _row("normative_made", "papers", "规范性文件 行政规范性文件 制定规范性文件 出台规范性文件 印发规范性文件 规范性文件制定 制定行政规范性文件"),
    _row("normative_filed", "papers", "规范性文件备案 备案规范性文件 报备规范性文件 规范性文件报备 规范性文件备案审查"),
    _row("normative_cleaned", "papers", "规范性文件清理 清理规范性文件 清理行政规范性文件", "清理文件"),
    _row("normative_repealed", "papers", "规范性文件废止 废止规范性文件 废止行政规范性文件", "废止文件"),
    _row("normative_revised", "papers", "规范性文件修改 修改规范性文件 修订规范性文件 规范性文件修订"),
    _row("normative_valid", "papers", "现行有效规范性文件 现行有效的规范性文件 保留规范性文件 继续有效规范性文件"),
    _row("legality_review", "papers", "合法性审查 合法性审核", "合法性审查事项"),
    _row("legality_review_docs", "papers", "规范性文件合法性审查 规范性文件合法性审核 合法性审查文件 文件合法性审查 审查规范性文件 合法性审查规范性文件"),
    _row("legality_review_contracts", "papers", "合同审查 合同合法性审查 合法性审查合同 审查合同"),
    _row("legality_review_rate", "rate", "合法性审查率 合法性审核率 规范性文件合法性审查率 规范性文件合法性审核率", better=1),
    _row("fair_competition", "papers", "公平竞争审查 公平竞争审查文件 公平竞争审查政策措施"),
    _row("enforcement_major", "cases", "重大执法决定 重大行政执法决定 重大执法事项"),
    _row("legal_audit", "cases", "法制审核 重大执法决定法制审核 重大行政执法决定法制审核 法制审核决定 审核重大执法决定"),
    _row("legal_audit_rate", "rate", "法制审核率 重大执法决定法制审核率 重大行政执法决定法制审核率", better=1),
    # 许可和其他行政行为
    _row("licences", "cases", "行政许可 行政许可决定 许可决定", "许可"),
    _row("licence_apply", "cases", "许可申请 行政许可申请 申请行政许可 许可申请件"),
    _row("licence_accept", "cases", "许可受理 行政许可受理 受理行政许可 受理许可 受理行政许可申请"),
    _row("licence_grant", "cases", "准予许可 准予行政许可 行政许可准予 许可准予"),
    _row("licence_refuse", "cases", "不予许可 不予行政许可 行政许可不予 许可不予 不准予行政许可"),
    _row("licence_revoke", "cases", "撤销许可 撤销行政许可 许可撤销 行政许可撤销"),
    _row("eia", "cases", "环评审批 环评文件审批 环境影响评价审批 环评报告书表审批 审批环评文件"),
    _row("eia_form", "cases", "登记表备案 环评登记表备案 环境影响登记表备案"),
    _row("permits_issued", "cases", "排污许可 排污许可证核发 核发排污许可证 排污许可核发"),
    _row("coercive_measures", "cases", "行政强制措施 强制措施 采取行政强制措施 采取强制措施"),
    _row("coercive_execution", "cases", "行政强制执行 强制执行"),
    _row("court_enforce", "cases", "申请强制执行 申请法院强制执行 申请人民法院强制执行 法院强制执行 申请法院执行"),
    _row("levies", "cases", "行政征收 征收"),
    _row("requisitions", "cases", "行政征用 征用"),
    _row("rulings", "cases", "行政裁决 裁决"),
    _row("payments", "cases", "行政给付 给付"),
    _row("confirmations", "cases", "行政确认 确认"),
    _row("rewards", "cases", "行政奖励 奖励"),
    # 检查
    _row("inspect_visits", "places", "检查家次 检查户次 检查企业家次", "检查点位 检查企业 检查单位 现场检查 行政检查 执法检查 监督检查 日常检查 检查"),
    _row("inspect_firms", "places", "入企检查 涉企检查 涉企行政检查 入企行政检查"),
    _row("inspect_people", "visits", "出动执法人员 出动人员 执法人员出动 出动人次 出动监管人员 出动检查人员"),
    _row("inspect_offsite", "times", "非现场检查 非现场执法检查 非现场行政检查"),
    _row("random_targets", "places", "双随机抽查 双随机抽查对象 双随机一公开抽查 双随机检查"),
    _row("random_rate", "rate", "双随机完成率 双随机抽查完成率", better=1),
    _row("joint_inspections", "places", "联合检查 跨部门联合检查 跨部门联合抽查 联合抽查 部门联合抽查"),
    _row("special_actions", "cases", "专项执法行动 专项行动 执法专项行动 专项整治行动"),
    _row("hazards", "cases", "隐患 排查隐患 发现隐患 安全隐患 问题隐患 隐患问题 排查安全隐患 发现安全隐患 发现问题隐患 排查问题隐患"),
    _row("hazards_fixed", "cases", "整改隐患 隐患整改 完成整改隐患 隐患完成整改 整改安全隐患 消除隐患 已整改隐患 整改问题隐患", "完成整改 整改完成"),
    _row("hazards_fixed_rate", "rate", "整改率 隐患整改率 安全隐患整改率 问题隐患整改率", better=1),
    _row("samples", "cases", "抽检 抽检样品 监督抽检 抽检批次 抽样检测 抽检产品", "抽查检测"),
    _row("samples_passed", "cases", "抽检合格 合格样品 抽检合格样品 合格批次 抽检合格批次"),
    _row("samples_passed_rate", "rate", "抽检合格率 监督抽检合格率 样品合格率 抽样合格率", better=1),
    # 处罚
    _row("cases_filed", "cases", "立案 立案查处 立案调查 立案件", "查处案件 查办案件"),
    _row("cases_closed", "cases", "结案 案件办结 办结案件 案件结案"),
    _row("closing_rate", "rate", "结案率 案件结案率 案件办结率", better=1),
    _row("penalty_decisions", "papers", "行政处罚 处罚决定 行政处罚决定 行政处罚决定书 处罚决定书 处罚"),
    _row("penalty_simple", "cases", "简易程序 简易程序处罚 适用简易程序 简易程序行政处罚 当场处罚"),
    _row("penalty_ordinary", "cases", "普通程序 普通程序处罚 适用普通程序 一般程序 一般程序处罚 适用一般程序 普通程序行政处罚"),
    _row("publicity_penalty", "papers", "公示处罚信息 公示行政处罚信息 处罚信息公示 行政处罚公示 行政处罚信息公示 处罚公示 公示处罚决定 公示行政处罚决定 公开处罚信息 公开行政处罚信息 公开行政处罚决定 处罚决定公示 行政处罚决定公示 行政处罚决定公开 公示行政处罚"),
    _row("publicity_rate", "rate", "处罚决定公示率 行政处罚公示率 处罚公示率 处罚信息公示率 行政处罚决定公示率 行政处罚决定公开率 处罚决定公开率", better=1),
    _row("penalty_amount", "money", "罚款金额 罚款 罚款额 罚款数额 罚款总额 罚款总金额 罚款款额 处罚款 处以罚款 并处罚款", "处罚金额"),
    _row("confiscated_amount", "money", "没收金额 没收 没收违法所得 没收违法所得金额 没收款 没收款额"),
    _row("fines_total", "money", "罚没金额 罚没 罚没款 罚没款额 罚没款金额 罚没总额 罚没收入 罚没款项 罚没总金额 罚没数额"),
    _row("kind_warning", "cases", "警告 警告处罚 警告通报批评 警告和通报批评"),
    _row("kind_circular", "cases", "通报批评"),
    _row("kind_fine", "cases", "罚款件数 罚款 罚款案件 罚款处罚 罚款决定 处以罚款 并处罚款"),
    _row("kind_confiscation", "cases", "没收件数 没收 没收案件 没收违法所得 没收违法所得没收非法财物 没收违法所得和非法财物"),
    _row("kind_goods", "cases", "没收非法财物"),
    _row("kind_suspension", "cases", "暂扣许可证件 暂扣 暂扣许可证 暂扣执照 暂扣证照 暂扣许可证暂扣执照"),
    _row("kind_downgrade", "cases", "降低资质等级 降低资质"),
    _row("kind_revocation", "cases", "吊销许可证件 吊销 吊销许可证 吊销执照 吊销营业执照 吊销证照 吊销许可证吊销执照"),
    _row("kind_restriction", "cases", "限制开展生产经营活动 限制经营 限制生产经营 限制生产经营活动"),
    _row("kind_halt", "cases", "责令停产停业 停产停业 责令停业 责令停产"),
    _row("kind_closure", "cases", "责令关闭"),
    _row("kind_bar", "cases", "限制从业"),
    _row("kind_detention", "cases", "行政拘留 拘留"),
    _row("lightened", "cases", "减轻处罚 减轻行政处罚"),
    _row("no_penalty", "cases", "不予处罚 不予行政处罚 不予行政处罚决定 不予处罚决定 免予处罚 免予行政处罚", "轻微免罚 轻微不罚 首违不罚 免罚"),
    _row("instalments", "cases", "延期分期缴纳 延期缴纳 分期缴纳 延期或分期缴纳罚款 分期缴纳罚款 延期缴纳罚款 暂缓分期缴纳"),
    _row("hearings", "times", "听证 行政处罚听证 处罚听证 举行听证 处罚听证会"),
    _row("orders_to_correct", "cases", "责令改正 责令限期改正 责令整改 责令改正决定 责令改正通知书 责令改正决定书"),
    _row("five_kinds", "cases", "五类案件 五类配套办法案件 配套办法案件 四个配套办法案件"),
    _row("seizure", "cases", "查封扣押 查封或扣押 查封和扣押"),
    _row("order_limit", "cases", "限产停产 责令限制生产 限制生产停产整治 责令限制生产停产整治"),
    _row("daily_fine", "cases", "按日计罚 按日连续处罚"),
    _row("daily_fine_amount", "money", "按日计罚金额 按日计罚 按日连续处罚 按日连续处罚金额"),
    _row("police_transfer", "cases", "移送公安机关 移送公安 移交公安机关 移交公安 移送公安部门 移送司法机关"),
    _row("crime_transfer", "cases", "移送涉嫌犯罪 移送涉嫌环境犯罪 涉嫌犯罪移送 移送犯罪 移送涉嫌犯罪线索 涉嫌犯罪案件移送"),
    _row("detain_transfer", "cases", "移送行政拘留 移送拘留 移送适用行政拘留"),
    _row("credit_repairs", "cases", "信用修复 行政处罚信用修复"),
    # 执法监督、复议、诉讼
    _row("case_review", "papers", "案卷评查 评查案卷 执法案卷评查 行政执法案卷评查 行政处罚案卷评查 评查执法案卷"),
    _row("case_review_passed", "papers", "案卷合格 合格案卷 评查合格 案卷评查合格 评查合格案卷"),
    _row("case_review_rate", "rate", "案卷合格率 案卷评查合格率 评查合格率 执法案卷合格率", "合格率", better=1),
    _row("supervision_opinions", "papers", "执法监督意见书 行政执法监督意见书 监督意见书"),
    _row("supervision_decisions", "papers", "执法监督决定书 行政执法监督决定书 监督决定书"),
    _row("review_cases", "cases", "行政复议 复议 被申请行政复议"),
    _row("review_applied", "cases", "复议申请 行政复议申请 收到行政复议申请 收到复议申请"),
    _row("review_accepted", "cases", "复议受理 行政复议受理 受理行政复议 受理复议 受理行政复议申请"),
    _row("review_closed", "cases", "复议审结 行政复议审结 审结行政复议 复议办结 行政复议办结 办结行政复议"),
    _row("review_upheld", "cases", "复议维持 行政复议维持 复议决定维持 维持原行政行为"),
    _row("review_lost", "cases", "复议纠错 行政复议纠错 被纠错 复议被纠错 行政复议被纠错", better=-1),
    _row("review_settled", "cases", "复议调解 行政复议调解 复议调解和解 行政复议调解和解"),
    _row("review_ended", "cases", "复议终止 行政复议终止 终止行政复议"),
    _row("review_lost_rate", "rate", "复议纠错率 行政复议纠错率 被纠错率", better=-1),
    _row("lawsuit_cases", "cases", "行政诉讼 行政应诉 应诉 诉讼 行政诉讼应诉 被诉"),
    _row("lawsuit_first", "cases", "一审 行政诉讼一审 一审行政诉讼 一审应诉"),
    _row("lawsuit_second", "cases", "二审 行政诉讼二审 二审行政诉讼 二审应诉"),
    _row("lawsuit_won", "cases", "胜诉 行政诉讼胜诉"),
    _row("lawsuit_lost", "cases", "败诉 行政诉讼败诉", better=-1),
    _row("win_rate", "rate", "胜诉率 行政诉讼胜诉率", better=1),
    _row("loss_rate", "rate", "败诉率 行政诉讼败诉率", better=-1),
    _row("leader_in_court", "cases", "负责人出庭 出庭应诉 负责人出庭应诉 行政机关负责人出庭 行政机关负责人出庭应诉 出庭", "主要负责人出庭 主要负责人出庭应诉"),
    _row("leader_in_court_rate", "rate", "负责人出庭率 出庭率 出庭应诉率 负责人出庭应诉率 行政机关负责人出庭率 行政机关负责人出庭应诉率", better=1),
    _row("judicial_advice", "papers", "司法建议 收到司法建议 司法建议书"),
    _row("judicial_replies", "papers", "司法建议回复 回复司法建议 司法建议反馈 办复司法建议"),
    _row("procuratorial_advice", "papers", "检察建议 收到检察建议 检察建议书"),
    _row("procuratorial_replies", "papers", "检察建议回复 回复检察建议 检察建议反馈 办复检察建议"),
    _row("compensation", "cases", "行政赔偿", better=-1),
    _row("compensation_amount", "money", "行政赔偿金额 行政赔偿", better=-1),
    _row("mediations", "cases", "调解 人民调解 行政调解 调解纠纷 调解矛盾纠纷", "化解矛盾纠纷"),
    _row("mediations_done", "cases", "调解成功 成功调解"),
    _row("damage_cases", "cases", "生态环境损害赔偿 生态环境损害赔偿磋商 磋商赔偿 损害赔偿磋商"),
    _row("damage_amount", "money", "赔付金额 生态环境损害赔偿 生态环境损害赔偿金额 损害赔偿金额"),
    # 群众诉求、公开、普法、服务
    _row("petitions", "cases", "信访投诉 信访举报 信访投诉举报 受理信访投诉 受理信访举报", "信访 信访事项 信访件 群众信访 受理信访"),
    _row("petitions_closed", "cases", "信访办结 信访投诉办结 办结信访 信访事项办结 办结信访投诉 信访举报办结"),
    _row("petition_rate", "rate", "信访办结率 信访投诉办结率 信访事项办结率 信访举报办结率", "办结率", better=1),
    _row("complaints", "cases", "投诉举报 举报投诉 投诉举报件 消费投诉举报 受理投诉举报 受理举报投诉", "群众投诉 投诉 举报 12315投诉举报"),
    _row("complaints_closed", "cases", "投诉办结 投诉举报办结 办结投诉举报 办结投诉"),
    _row("complaint_rate", "rate", "投诉办结率 投诉举报办结率", better=1),
    _row("hotline", "cases", "12345工单 热线工单 12345热线工单 政务服务热线工单 12345政务服务热线工单 12345政务服务便民热线工单"),
    _row("hotline_closed", "cases", "工单办结 热线工单办结 办结工单 12345工单办结 办结热线工单"),
    _row("hotline_rate", "rate", "工单办结率 热线工单办结率 12345工单办结率", better=1),
    _row("satisfaction", "rate", "满意率 满意度 群众满意度 群众满意率 服务对象满意度", better=1),
    _row("proposals", "cases", "建议提案 人大建议政协提案 人大建议和政协提案 代表建议委员提案 人大代表建议和政协委员提案"),
    _row("proposals_npc", "cases", "人大建议 人大代表建议 代表建议"),
    _row("proposals_cppcc", "cases", "政协提案 政协委员提案 委员提案"),
    _row("proposals_closed", "cases", "建议提案办结 办结建议提案 建议提案办复 办复建议提案"),
    _row("proposal_rate", "rate", "建议提案办结率 建议提案办复率", better=1),
    _row("info_apply", "cases", "信息公开申请 政府信息公开申请 依申请公开 依申请公开政府信息 受理信息公开申请 收到信息公开申请 收到政府信息公开申请"),
    _row("info_answered", "cases", "信息公开答复 答复信息公开申请 答复政府信息公开申请 依申请公开答复 政府信息公开申请答复"),
    _row("info_published", "cases", "主动公开 主动公开信息 主动公开政府信息"),
    _row("lawpop_events", "times", "普法活动 普法宣传活动 法治宣传活动 法治宣传教育活动", "普法宣传 法治宣传"),
    _row("lawpop_papers", "papers", "宣传资料 普法资料 普法宣传资料 法治宣传资料 宣传材料 普法宣传材料"),
    _row("lawpop_people", "visits", "普法受众 受众 普法受众人次 受教育群众 宣传受众"),
    _row("help_firms", "places", "帮扶企业 服务企业 指导帮扶企业"),
    _row("help_people", "visits", "帮扶出动 帮扶人次 帮扶人员"),
    _row("cases_published", "papers", "典型案例 发布典型案例 典型案例发布"),
    _row("cases_adopted", "papers", "采纳案例 典型案例采纳 被采纳案例 采纳典型案例"),
    _row("air_good_days", "days", "优良天数 空气质量优良天数", better=1),
    _row("pm25", "density", "PM2.5 PM2.5浓度 PM2.5平均浓度 细颗粒物浓度", better=-1),
    _row("water_rate", "rate", "断面达标率 断面水质达标率 水质达标率", better=1),
)

# What may stand before the name of an indicator, and behind it, without making another of it.
FRONTS = ("全年", "本年度", "本年", "年度", "当年", "年内", "全局", "全系统", "共计", "合计", "总计", "共", "依法")
DOING = ("作出", "下达", "下发", "开具", "办理", "实施", "开展", "组织", "进行", "给予", "完成", "制发", "收到", "接到", "接收")
BACKS = ("案件数量", "案件总数", "案件数", "总数", "数量", "总量", "件数", "起数", "宗数", "次数", "案件", "情况", "数")
# A bureau's own trade before an indicator: all that it does in a bureau of one trade, a part in one of several.
TRADES = (
    "生态环境", "环境保护", "环保", "环境", "市场监督管理", "市场监管", "农业农村", "农业", "交通运输", "交通",
    "城市管理", "城管", "综合行政执法", "综合执法", "应急管理", "应急", "安全生产", "教育", "人力资源社会保障",
    "人社", "劳动保障", "劳动监察", "卫生健康", "卫生监督", "卫健", "文化市场", "文化旅游", "文旅", "水务", "水利",
    "水行政", "自然资源", "规划资源", "住房城乡建设", "住建", "消防", "林业", "气象", "统计", "税务", "海事", "民政",
    "医疗保障", "医保", "烟草", "公安",
)

# Of a rate that ends so nothing is above 100 %, whatever it is a rate of.
SHARES = (
    "满意度", "满意率", "好评率", "知晓率", "知晓度", "覆盖率", "覆盖面", "普及率", "公开率", "公示率", "出庭率",
    "应诉率", "合格率", "达标率", "优良率", "良好率", "持证率", "参与率", "参训率", "上岗率", "准确率", "正确率",
    "整改率", "办结率", "办复率", "回复率", "答复率", "反馈率", "败诉率", "胜诉率", "维持率", "纠错率", "审查率",
    "审核率", "备案率", "成功率", "通过率", "签约率", "采纳率", "到位率", "优秀率", "及格率", "有效率",
    "参会率", "到会率", "参考率", "到岗率", "回收率", "归档率", "占比", "比重",
)
WITHIN = ("按期", "按时", "及时", "限时", "一次性")  # …完成率: a share of what was done
PLANNED = ("完成率", "达成率", "执行率", "落实率", "负债率", "产出率", "利用率", "周转率")  # of what may be surpassed
GROWTH = ("增长率", "增长幅度", "变化率", "变动率", "增减率", "下降率", "降幅", "增幅", "增速", "涨幅", "同比", "环比")
AVERAGES = ("每", "平均", "人均", "户均", "件均", "案均", "日均", "月均", "年均", "次均", "均值")
# fmt: on
