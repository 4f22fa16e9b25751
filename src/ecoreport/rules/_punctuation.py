"""Rules over punctuation and blanks (GB/T 15834, GB/T 15835); what is mechanical carries its mend.

Patterns begin with the characters that they look for, and look behind from there: so `re` skips from one to the next
instead of trying every place of a text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ecoreport.problems.diagnostic import Edit, Finding
from ecoreport.report.context import Context
from ecoreport.report.origins import PrintedText
from ecoreport.rules._patterns import Pattern
from ecoreport.text.placeholders import is_open
from ecoreport.text.quantities import UNITS
from ecoreport.text.sentences import quoted, within

# Letters beyond ASCII, in a Chinese text han: a range of 20,000 characters takes a third of a millisecond to compile.
HAN = r"[^\W\d_a-zA-Z]"
_BLANKS = " \u3000\u00a0"
_BLANK = f"[{_BLANKS}]"
_DASHES = "-–－~"
_DASH = f"[{_DASHES}]"
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
# A full stop beside a digit may be a decimal point.
_HALF_WIDTH = Pattern(
    rf"[,;:?!.](?:(?<=(?:{HAN}|[”’》）]).)(?:(?={HAN}|[“‘《（]|$)|(?<!\.)(?=[0-9]))|(?<=[0-9%][,;:?!])(?={HAN}|[“‘《（]))",
    any_of=",;:?!.",
)
_PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "〔": "〕", "【": "】"}
_PAIRED = re.compile(f"[{''.join(_PAIRS)}{''.join(_PAIRS.values())}]")
_NESTED = Pattern(r"《[^《》<〈]{0,100}(?:[《<〈][^《<〈》>〉]{0,100}[》>〉][^《》<〈]{0,100}){1,9}》", "《", "》")
_INNER = {"《": "〈", "》": "〉", "<": "〈", ">": "〉"}
_BRACKETED = Pattern(rf"\((?:(?=[^()\n]{{0,200}}{HAN})|(?<={HAN}\())[^()\n]{{0,200}}\)", "(", ")")
_DOCUMENT_YEAR = Pattern(r"[\[(【（](?:19|20)[0-9]{2}[\])】）](?=第?[0-9]+号)", "号", any_of="[(【（")
_INNER_BLANK = Pattern(
    rf"{_BLANK}(?:(?<=(?:{HAN}|[，。；：、！？”》）]){_BLANK}){_BLANK}*(?={HAN}|[0-9“《（])|(?<=[0-9%]{_BLANK}){_BLANK}*(?={HAN}))",
    any_of=_BLANKS,
)
_STRAIGHT = Pattern(rf'"(?=[^"\n]*{HAN})[^"\n]{{1,60}}"', '"')
_OWN_NUMBER = r".+〔20[0-9]{2}〕[1-9][0-9]*号"
_OWN_NUMBER_PARTS = r"([^\W0-9_]+)\W*(20[0-9]{2})\W*第?0*([1-9][0-9]*)号?"
_COUNTERS = "条件起次个家份项名人"  # behind a number; where there is none, it was lost
_LINE_ENDS = (
    r"[ \t\u3000\u00a0](?:(?<![ \t\u3000\u00a0][ \t\u3000\u00a0])[ \t\u3000\u00a0]*+(?=\n)"
    r"|(?:(?<=\n[\u3000\u00a0])|(?<=^[\u3000\u00a0]))[\u3000\u00a0]*)"
)
_AT_LINE_ENDS = (" \n", "\t\n", "\u3000", "\u00a0")  # one of which stands in whatever _LINE_ENDS finds
_SENTENCE = 12  # characters; what is shorter may be a label
_ENDS_OPEN = "，、_"  # or with a letter, a han or a digit
_END_MARKS = "。；，、：,;:."


class MarkRule(NamedTuple):
    """A pattern that is a fault wherever it stands; `new` is what a match becomes, None where a person must decide."""

    code: str
    pattern: Pattern
    message: str
    help: str = ""
    new: str | None = None


_RANGE = "E506"
MARKS: tuple[MarkRule, ...] = (
    MarkRule(
        "W503", Pattern(r"、(?:(?<=》、)(?=《)|(?<=”、)(?=“))", "、"), "并列的书名号、引号之间不用顿号", "去掉“、”", ""
    ),
    MarkRule(
        _RANGE,
        Pattern(
            rf"{_DASH}(?:(?<=(?<![0-9])[0-9]{{4}}{_DASH})(?=[0-9]{{4}}年)|(?<=[0-9月日]{_DASH})(?=[0-9]{{1,2}}[月日]))",
            any_of=_DASHES,
        ),
        "年份、月份、日期之间用了“{0}”",
        "写成“—”，如 2021—2025年、1—12月",
        "—",
    ),
    MarkRule(
        _RANGE,
        Pattern(
            rf"{_DASH}(?<=(?<![0-9A-Za-z-])[0-9]{_DASH})(?=[0-9]{{1,4}}(?:{UNITS}))(?![0-9.]*[%万亿])", any_of=_DASHES
        ),
        "两个数之间用了“{0}”",
        "写成“—”，如 3—5名",
        "—",
    ),
    MarkRule(
        "E507",
        Pattern(r"(?:19|20)(?<![0-9](?:19|20))[0-9]{2}(?:19|20)[0-9]{2}年", "年"),
        "“{0}”两个年份连在一起，丢了连接号",
        "写成 2021—2025年",
    ),
    MarkRule(
        "E508",
        Pattern(r"[0-9](?<![0-9.][0-9])[0-9]*(?:\.[0-9]+)?[-–－—～~][0-9]+(?:\.[0-9]+)?[%万亿]", any_of="-–－—～~"),
        "“{0}”前一个数缺了单位",
        "两个数都带上单位，中间用“—”，如 4%—6%、5万—10万",
    ),
    MarkRule(
        "W510",
        Pattern(r"[0-9](?<![0-9][0-9])[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])", ","),
        "“{0}”用了千位逗号",
        "去掉逗号，或者以万、亿为单位",
    ),
    MarkRule(
        "E511",
        Pattern(r"[０-９．％][０-９．％]*", any_of="０１２３４５６７８９．％"),
        "“{0}”是全角的数字或符号",
        "改用半角",
    ),
    MarkRule(
        "W512",
        Pattern(
            r"[0-9](?<![0-9.][0-9])[0-9]?\.[0-9]{1,2}(?=”?(?:世界|国家)?(?:(?:环境|宪法|安全教育|消费者权益)日|主题|晚会|宣传))",
            ".",
        ),
        "“{0}”月日之间用了小数点",
        "月日简写用间隔号，如 12·4",
    ),
    MarkRule(
        "W521",
        Pattern(r"[,;](?:(?=[，。；：、])|(?<=[，。；：、].))", any_of=",;"),
        "标点“{0}”重复",
        "只留一个，用全角的",
    ),
    MarkRule(
        "W521", Pattern(r"([，。；：、])(?:\1+|(?<!。)[，。；：、])", any_of="，。；：、"), "标点“{0}”重复", "只留一个"
    ),
)


def by_pattern(context: Context) -> Iterator[Finding]:
    """Every mark of the table."""
    for mark in MARKS:
        for paragraph, match in mark.pattern.found_in(context):
            if not paragraph.is_reference(match.start()):
                yield _found(mark, paragraph, match)


def _found(mark: MarkRule, paragraph: PrintedText, match: re.Match[str]) -> Finding:
    """The fault; in the name of a document, which is as it was published, only something to look up."""
    if mark.code == _RANGE and within(match.start(), quoted(paragraph.text)):
        message = f"文件名或引文里的起止用了“{match[0]}”"
        return paragraph.finding("H526", message, match.span(), "照原文件核对；一般是“—”，如（2021—2025年）")
    finding = paragraph.finding(mark.code, mark.message.format(match[0]), match.span(), mark.help)
    return finding._replace(edits=() if mark.new is None else (paragraph.edit(match.span(), mark.new),))


def half_width_marks(context: Context) -> Iterator[Finding]:
    """Between han, and between han and a digit, marks are full-width."""
    for paragraph, match in _HALF_WIDTH.found_in(context):
        if not paragraph.is_reference(match.start()):
            full = _FULL_WIDTH[match[0]]
            message = f"汉字之间用了半角“{match[0]}”"
            finding = paragraph.finding("E501", message, match.span(), f"写成“{full}”")
            yield finding._replace(edits=(paragraph.edit(match.span(), full),))


def blanks(context: Context) -> Iterator[Finding]:
    """Between han and han, han and digits; one before a counter stands where a number was lost."""
    for paragraph, match in _INNER_BLANK.found_in(context):
        if paragraph.is_reference(match.start()) or within(match.start(), quoted(paragraph.text)):
            continue  # “学宪法 讲宪法” is its name
        before, behind = paragraph.text[match.start() - 1], paragraph.text[match.end()]
        if behind in _COUNTERS and not before.isdecimal():
            yield paragraph.finding("W509", "汉字之间有空格，像是漏了一个数", match.span(), "补上数，或者去掉空格")
        else:
            finding = paragraph.finding("W509", "汉字、数字之间有空格", match.span(), "去掉空格")
            yield finding._replace(edits=(paragraph.edit(match.span(), ""),))


def straight_quotes(context: Context) -> Iterator[Finding]:
    """Quotations in Chinese stand in “”."""
    for paragraph, match in _STRAIGHT.found_in(context):
        start, end = match.span()
        finding = paragraph.finding("E501", "汉字用了半角引号", (start, end), "写成“”")
        edits = (paragraph.edit((start, start + 1), "“"), paragraph.edit((end - 1, end), "”"))
        yield finding._replace(edits=edits)


def own_number(context: Context) -> Iterator[Finding]:
    """发文字号: 代字、〔年份〕、序号 without 第 and without padding (GB/T 9704-2012 7.2.5)."""
    number = context.report.number
    if number and not is_open(number) and not re.fullmatch(_OWN_NUMBER, number):
        meant = re.fullmatch(_OWN_NUMBER_PARTS, number)
        shown = f"{meant[1]}〔{meant[2]}〕{meant[3]}号" if meant else f"机关代字〔{context.report.year + 1}〕1号"
        yield Finding("E513", f"发文字号“{number}”的写法不对", ("number",), help=f"写成 {shown}：六角括号，不写“第”")


def half_width_brackets(context: Context) -> Iterator[Finding]:
    """Brackets around or behind han are full-width."""
    for paragraph, match in _BRACKETED.found_in(context):
        if _DOCUMENT_YEAR.compiled.match(paragraph.text, match.start()):
            continue  # E513's
        start, end = match.span()
        edits = (paragraph.edit((start, start + 1), "（"), paragraph.edit((end - 1, end), "）"))
        finding = paragraph.finding("E502", "汉字之间用了半角括号", (start, end), "写成“（）”")
        yield finding._replace(edits=edits)


def document_years(context: Context) -> Iterator[Finding]:
    """The year in a document number stands in 〔〕 (GB/T 9704-2012 7.2.5)."""
    for paragraph, match in _DOCUMENT_YEAR.found_in(context):
        start, end = match.span()
        message = f"发文字号的年份用了“{match[0]}”"
        finding = paragraph.finding("E513", message, (start, end), "用六角括号，如〔2024〕1号")
        edits = (paragraph.edit((start, start + 1), "〔"), paragraph.edit((end - 1, end), "〕"))
        yield finding._replace(edits=edits)


def nested_titles(context: Context) -> Iterator[Finding]:
    """Inside 《》 a further title stands in 〈〉, not in 《》 or <>."""
    for paragraph, match in _NESTED.found_in(context):
        inner = range(match.start() + 1, match.end() - 1)
        wrong = [at for at in inner if paragraph.text[at] in _INNER]
        if wrong:
            edits = tuple(paragraph.edit((at, at + 1), _INNER[paragraph.text[at]]) for at in wrong)
            span = wrong[0], wrong[-1] + 1
            finding = paragraph.finding("E504", "书名号里面的书名号要用单书名号", span, "写成《……〈……〉……》")
            yield finding._replace(edits=edits)


def balanced(context: Context) -> Iterator[Finding]:
    """Quotes and brackets come in pairs, properly nested, within a paragraph."""
    closing = set(_PAIRS.values())
    for paragraph in context.paragraphs:
        found = _NESTED.compiled.finditer(paragraph.text) if "《" in paragraph.text else ()
        nested = tuple((match.start() + 1, match.end() - 1) for match in found)
        opened: list[int] = []
        for at, character in ((match.start(), match[0]) for match in _PAIRED.finditer(paragraph.text)):
            if character in "《》" and within(at, nested):
                continue  # E504's
            if character == "“" and opened and paragraph.text[opened[-1]] == "“":
                yield paragraph.finding(
                    "E505", "前一个“还没有结束，这里又是“", (at, at + 1), "改成”；引号里面的引号用‘’"
                )
                opened.pop()
            elif character in _PAIRS:
                opened.append(at)
            elif character in closing:
                if not opened or _PAIRS[paragraph.text[opened[-1]]] != character:
                    half = character == "）" and "(" in paragraph.text[:at]
                    help_ = "前面的“(”是半角的，改成“（”" if half else "补上前一半，或者删掉它"
                    yield paragraph.finding("E505", f"“{character}”前面没有与它成对的符号", (at, at + 1), help_)
                    break
                opened.pop()
        else:
            for at in opened:
                character = paragraph.text[at]
                yield paragraph.finding(
                    "E505", f"“{character}”没有配对", (at, at + 1), f"在该结束的地方补上“{_PAIRS[character]}”"
                )


def blanks_at_line_ends(context: Context) -> Iterator[Finding]:
    """Blanks at the end of a line, and full-width ones at its start: the indent is the layout's."""
    for passage in context.passages:
        if not any(sign in passage.text for sign in _AT_LINE_ENDS):
            continue
        for match in re.finditer(_LINE_ENDS, passage.text):
            edits = (Edit(match.span(), match[0], ""),)
            message = "行首、行尾有多余的空格"
            yield Finding(
                "W520", message, passage.path, match.span(), help="去掉空格，首行空二字由排版完成", edits=edits
            )


def sentences_with_end_mark(context: Context) -> Iterator[Finding]:
    """A paragraph of the body ends with a mark; where there is none, something was cut off or forgotten."""
    for paragraph in context.paragraphs:
        text = paragraph.text
        body = paragraph.path[-1] in ("text", "lead") and len(text) >= _SENTENCE
        if body and (text[-1].isalnum() or text[-1] in _ENDS_OPEN):
            at = len(text)
            yield paragraph.finding("W527", "这一段的末尾没有标点", (at - 1, at), "补上句号；没有写完的，写完")


def headings_without_end_mark(context: Context) -> Iterator[Finding]:
    """A heading on its own line takes no end mark."""
    for paragraph in context.paragraphs:
        text = paragraph.text
        if paragraph.path[-1] == "title" and len(text) > 1 and text[-1] in _END_MARKS:
            span, help_ = (len(text) - 1, len(text)), "标题末尾不用标点；接排时句号由程序加"
            finding = paragraph.finding("E519", f"标题末尾有“{text[-1]}”", span, help_)
            yield finding._replace(edits=(paragraph.edit(span, ""),))
