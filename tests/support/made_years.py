"""Two years of a made-up bureau of which it is known what became of every item: how right is a comparison?

Items share the phrases that all such reports share; what tells them apart is what they are about.
"""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

TOPICS = """
河湖长制 河道 垃圾 岸线 采砂 巡河员 排污口 水面
取水许可 取水口 水资源费 用水户 计量设施 水量 地下水 节水
校园食品 食堂 配送企业 留样 陪餐 从业人员 明厨亮灶 餐具
特种设备 电梯 锅炉 维保单位 检验 操作人员 困人 气瓶
药品监管 零售药店 处方药 疫苗 冷链 执业药师 医疗器械 医保
广告监测 虚假宣传 保健品 直播 商家 代言 户外广告 老年人
价格监督 明码标价 停车收费 供水 供电 燃气 涉企收费 殡葬
土地执法 违法用地 卫片图斑 耕地 复垦 农房 宅基地 占补
矿山整治 矿山 越界开采 采矿权 生态修复 爆破 尾矿 储量
林草保护 林木 采伐 野生动物 防火 护林员 湿地 古树
畜禽屠宰 屠宰场 检疫 病死猪 养殖户 饲料 兽药 耳标
农资打假 种子 农药 化肥 经销店 抽样 包装 种植户
渔政管理 禁渔期 电鱼 渔船 网具 增殖放流 渔民 水产
道路运输 货运车辆 超限 治超站 网约车 客运站 驾驶员 危货
工程质量 工地 监理 混凝土 验收 扬尘 塔吊 图审
房屋安全 危房 自建房 鉴定 租住 承重墙 排险 加固
物业管理 业主 维修资金 小区 电动车 充电桩 消防通道 保洁
劳动保障 农民工 工资 保证金 劳动合同 仲裁 工伤 用工
社会救助 低保 特困 临时救助 核对 入户 临界 残疾人
养老服务 养老院 护理员 助餐点 床位 失能 适老化 探访
殡葬改革 公墓 骨灰 墓地 祭扫 火化 丧葬 塔陵
文化市场 网吧 歌舞厅 剧本杀 演出 书店 出版物 未成年
文物保护 文物 古建筑 修缮 考古 展陈 馆藏 盗掘
旅游监管 旅行社 导游 景区 民宿 低价团 研学 漂流
教育督导 校外培训 学科类 预收费 教师 课后 校车 招生
卫生监督 诊所 医疗废物 放射 消毒 生活饮用水 美容 游泳馆
疾病防控 疫情 接种 流调 病媒 结核 艾滋 哨点
消防监管 消防 灭火器 疏散 商场 仓库 自动喷淋 三合一
危化管理 危险化学品 储罐 加油站 重大危险源 装卸 烟花 泄漏
应急演练 预案 避难场所 防汛 物资 演练 值守 预警
环境执法 排污许可 在线监测 废气 固废 危废 噪声 焚烧
统计执法 统计 数据质量 调查对象 台账 普查 迟报 代填
审计监督 预算 专项资金 决算 审计 国有资产 绩效 整改
档案管理 档案 移交 馆藏 数字化 鉴定 保管 查阅
政务服务 窗口 办件 证明事项 综窗 帮办 代办 大厅
信用监管 失信 修复 红黑名单 承诺 信用 联合惩戒 公示
知识产权 专利 商标 侵权 地理标志 质押 商业秘密 维权
电子商务 平台 网店 差评 刷单 快递 七日退货 直播带货
人民调解 调解员 纠纷 邻里 司法确认 调委会 婚姻 讼争
行政复议 复议 听证 应诉 败诉 出庭 答复 纠错
"""
FRAMES = """
围绕 {a} 组织 开展 {b} 专项 检查 {n} 次 ， 发现 {c} 方面 问题 {n} 个 ，
对 {a} 、 {b} 逐户 建立 台账 ， 登记 {c} {n} 处 ， 督促 整改 {n} 处 。
联合 相关 部门 整治 {a} 乱象 ， 查处 {b} 案件 {n} 件 ， 罚款 {n} 万元 。
出台 {a} 管理 办法 ， 明确 {b} 标准 和 {c} 责任 ， 细化 流程 {n} 项 。
举办 {a} 业务 培训 {n} 期 ， 培训 {b} 人员 {n} 人次 ， 考核 {c} 知识 。
抽查 {a} {n} 批次 ， 其中 {b} 不合格 {n} 批次 ， 均 已 依法 处理 {c} 。
推行 {a} 网上 办理 ， 压缩 {b} 时限 {n} 天 ， 方便 群众 查询 {c} 。
受理 {a} 投诉 {n} 件 ， 办结 {n} 件 ， 为 {b} 挽回 损失 {n} 万元 。
聘请 专家 对 {a} 进行 评估 ， 形成 {b} 报告 {n} 份 ， 纳入 {c} 规划 。
在 {a} 现场 设置 宣传 点 {n} 个 ， 发放 {b} 手册 {n} 份 ， 解答 {c} 咨询 。
完善 {a} 会商 机制 ， 与 {b} 主管 单位 交换 {c} 线索 {n} 条 。
投入 资金 {n} 万元 更新 {a} 装备 ， 新建 {b} 站点 {n} 处 ， 改造 {c} 设施 。
"""
COMMON = """
坚持 以 习近平 法治 思想 为 指导 ， 认真 贯彻 落实 党中央 决策 部署 。
切实 提高 运用 法治 思维 和 法治 方式 解决 问题 的 能力 。
严格 落实 行政 执法 公示 、 执法 全过程 记录 、 重大 执法 决定 法制 审核 制度 。
进一步 压实 工作 责任 ， 确保 各项 任务 落到实处 、 取得 实效 。
坚持 问题 导向 ， 健全 长效 机制 ， 不断 提升 依法 行政 水平 。
为 全县 经济 社会 高质量 发展 提供 有力 的 法治 保障 。
全面 推行 双随机 、 一公开 监管 ， 规范 涉企 行政 检查 行为 。
加强 组织 领导 ， 定期 听取 汇报 ， 及时 研究 解决 重点 难点 问题 。
"""
HEADS = """
规范{a}管理 加强{a}监管 推进{a}工作 落实{a}责任 深化{a}治理 强化{a}保障 严格{a}执法 健全{a}制度 {a} 抓好{a}
"""
OTHER_HEADS = "聚焦重点领域补短板 守牢安全底线 提升治理效能 做好{a}有关工作 办好民生实事"
OTHER_WORDS = """
持续 深入 稳步 扎实 有序 统筹 精准 常态 分类 重点 全域 逐项 动态 闭环 协同
高效 示范 试点 优化 提升 拓展 夯实 梳理 排查 督办 通报 约谈 回访 走访 调研
"""
IDLE = frozenset("，。、")
KINDS = ("rename", "move", "section", "split", "merge", "drop", "add", "copy", "reword", "keep")


@dataclass(frozen=True)
class Made:
    """An item: its title and its sentences, each of words."""

    title: str
    sentences: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """As it is written."""
        return "".join(word for sentence in self.sentences for word in sentence)


@dataclass
class Pair:
    """Two years as year files and of every item what became of it: the kind with its old and its new places."""

    old: str
    new: str
    truth: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)


def made(seed: int) -> Pair:
    """The pair of that seed."""
    return _Maker(random.Random(seed)).pair()  # noqa: S311 - repeatable


def long(characters: int) -> Pair:
    """The measures of as many pairs as have so many characters, one behind the other; without what became of them."""
    years: tuple[list[dict[str, str]], list[dict[str, str]]] = ([], [])
    for seed in count():
        pair = made(seed)
        for items, text in zip(years, (pair.old, pair.new), strict=True):
            items.extend(json.loads(text.partition("\n")[0].removeprefix("measures: ")))
        if sum(len(item["text"]) for item in years[1]) >= characters:
            break
    for items in years:
        for at, item in enumerate(items, 1):
            item["id"] = f"measure-{at}"
    return Pair(*(f"measures: {json.dumps(items, ensure_ascii=False)}\n" for items in years))


class _Maker:
    """One pair of years by one chance."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._topics = [line.split() for line in TOPICS.strip().split("\n")]
        chance.shuffle(self._topics)
        self._kept: list[list[str]] = []  # topics of items that stay
        self._keys = count()

    def item(self, *, stays: bool = False) -> Made:
        """An item on a topic of its own; every fourth on one of which another item speaks as well that stays."""
        shared = self._kept and self._chance.random() < 0.25
        topic, *nouns = own = self._chance.choice(self._kept) if shared else self._topics.pop()
        self._kept += [own] if stays else []
        sentences = [self._sentence(frame, [topic, *nouns]) for frame in self._some(FRAMES, self._chance.randint(1, 5))]
        for common in self._some(COMMON, self._chance.randint(1, 2)):
            sentences.insert(self._chance.randint(0, len(sentences)), tuple(common.split()))
        return Made(self._chance.choice(HEADS.split()).format(a=topic), tuple(sentences))

    def _some(self, lines: str, many: int) -> list[str]:
        return self._chance.sample(lines.strip().split("\n"), many)

    def _sentence(self, frame: str, nouns: Sequence[str]) -> tuple[str, ...]:
        a, b, c = self._chance.sample(list(nouns), 3)
        named = {"{a}": a, "{b}": b, "{c}": c}
        return tuple(self._number() if word == "{n}" else named.get(word, word) for word in frame.split())

    def _number(self) -> str:
        return str(self._chance.randint(2, 999))

    def counted(self, item: Made) -> Made:
        """The item a year later: other numbers, a word here and there."""
        return self._changed(item, 0.05)

    def reworded(self, item: Made) -> Made:
        """With a third of its words replaced."""
        return self._changed(item, 1 / 3)

    def _changed(self, item: Made, share: float) -> Made:
        def word(one: str) -> str:
            if one.isdecimal():
                return self._number()
            other = one not in IDLE and self._chance.random() < share
            return self._chance.choice(OTHER_WORDS.split()) if other else one

        return replace(item, sentences=tuple(tuple(map(word, sentence)) for sentence in item.sentences))

    def renamed(self, item: Made) -> Made:
        """Under a title that has little or nothing of the old one; the words copied, or as a year later."""
        noun = self._chance.choice([word for sentence in item.sentences for word in sentence if len(word) > 1])
        title = self._chance.choice(
            ("聚焦重点领域补短板", "守牢安全底线", "提升治理效能", f"做好{noun}有关工作", "办好民生实事")
        )
        return replace(item if self._chance.random() < 0.5 else self.counted(item), title=title)

    def split(self, item: Made) -> tuple[Made, Made]:
        """Its sentences in two items, one of which may keep the title."""
        order = list(item.sentences)
        at = self._chance.randint(2, len(order) - 2)
        parts = (
            self.counted(replace(item, sentences=tuple(order[:at]))),
            self.counted(replace(item, sentences=tuple(order[at:]))),
        )
        titles = [item.title, self._titled(parts[1])]
        if self._chance.random() < 0.3:
            titles[0] = self._titled(parts[0])
        return replace(parts[0], title=titles[0]), replace(parts[1], title=titles[1])

    def merged(self, one: Made, other: Made) -> Made:
        """The sentences of both, what they share once, under the title of one or a new one."""
        sentences = tuple(dict.fromkeys((*one.sentences, *other.sentences)))
        title = self._chance.choice((one.title, other.title, f"{one.title}、{other.title}"))
        return self.counted(Made(title, sentences))

    def _titled(self, item: Made) -> str:
        words = [word for sentence in item.sentences for word in sentence if len(word) > 1 and not word.isdecimal()]
        return f"抓实{self._chance.choice(words)}{self._chance.choice(words)}"

    def pair(self) -> Pair:
        """Both years, with every kind of change once or more."""
        plan = [*KINDS, *self._chance.choices(KINDS, k=4), "keep", "keep", "keep"]
        self._chance.shuffle(plan)
        old: dict[str, list[tuple[int, Made]]] = {"measures": [], "leader_duties": []}
        new: dict[str, list[tuple[int, Made]]] = {"measures": [], "leader_duties": []}
        truth: list[tuple[str, list[int], list[int]]] = []
        for kind in plan:
            section = (
                "leader_duties"
                if kind in ("keep", "reword", "drop", "add") and self._chance.random() < 0.25
                else "measures"
            )
            before, after = self._fate(kind)
            keyed = [[(next(self._keys), one) for one in side] for side in (before, after)]
            old[section] += keyed[0]
            new["leader_duties" if kind == "section" else section] += keyed[1]
            truth.append((kind, [key for key, _ in keyed[0]], [key for key, _ in keyed[1]]))
        self._move(new["measures"], [key for kind, _, keys in truth if kind == "move" for key in keys])
        places = {
            key: f"{section}.items[{at}]"
            for side in (old, new) for section, items in side.items() for at, (key, _) in enumerate(items, 1)
        }  # fmt: skip
        told = [(kind, tuple(places[key] for key in a), tuple(places[key] for key in b)) for kind, a, b in truth]
        return Pair(_file(old), _file(new), told)

    def _fate(self, kind: str) -> tuple[Sequence[Made], Sequence[Made]]:
        if kind == "add":
            return (), (self.item(),)
        item = self.item(stays=kind in ("keep", "copy", "reword"))
        if kind == "split":
            item = next(one for one in iter(self._long, None) if one)
        if kind == "merge":
            other = self.item()
            return (item, other), (self.merged(item, other),)
        fates: dict[str, Callable[[], Sequence[Made]]] = {
            "drop": tuple,
            "copy": lambda: (item,),
            "rename": lambda: (self.renamed(item),),
            "reword": lambda: (self.reworded(item),),
            "split": lambda: self.split(item),
        }
        return (item,), fates.get(kind, lambda: (self.counted(item),))()

    def _long(self) -> Made:
        """An item with enough sentences to be parted."""
        topics = list(self._topics)
        while len((item := self.item()).sentences) < 5:
            self._topics = list(topics)
        return item

    def _move(self, items: list[tuple[int, Made]], keys: Sequence[int]) -> None:
        """Put those far from where they were, from the second half to the top and the other way round."""
        for key in keys:
            at = next(at for at, (own, _) in enumerate(items) if own == key)
            item = items.pop(at)
            items.insert(0 if at > len(items) // 2 else len(items), item)


def _file(sections: dict[str, list[tuple[int, Made]]]) -> str:
    """The keys of a year file, with ids as an import gives them."""
    lines = []
    for name, items in sections.items():
        ids = [{"id": f"measure-{at}"} if name == "measures" else {} for at in range(1, len(items) + 1)]
        data = [{**id_, "title": one.title, "text": one.text} for id_, (_, one) in zip(ids, items, strict=True)]
        lines.append(f"{name}: {json.dumps(data, ensure_ascii=False)}\n")
    return "".join(lines)
