"""Rules over punctuation and blanks (GB/T 15834, GB/T 15835); what is mechanical carries its mend.

Patterns begin with the characters that they look for, and look behind from there: so `re` skips from one to the next
instead of trying every place of a text.
"""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Edit, Finding
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._wordings import Where, Wording, told
from ecoreport.text.placeholders import is_open
from ecoreport.text.quantities import UNITS
from ecoreport.text.sentences import quoted, within

# Letters beyond ASCII, in a Chinese text han: a range of 20,000 characters takes a third of a millisecond to compile.
HAN = r"[^\W\d_a-zA-Z]"
_BLANKS = " \u3000\u00a0"
_BLANK = f"[{_BLANKS}]"
_DASHES = "-–－~"
_DASH = f"[{_DASHES}]"
_OF_YEARS = rf"{_DASH}(?:(?<=(?<![0-9])[0-9]{{4}}{_DASH})(?=[0-9]{{4}}年)|(?<=[0-9月日]{_DASH})(?=[0-9]{{1,2}}[月日]))"
_OF_COUNTS = rf"{_DASH}(?<=(?<![0-9A-Za-z-])[0-9]{_DASH})(?=[0-9]{{1,4}}(?:{UNITS}))(?![0-9.]*[%万亿])"
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
# A full stop beside a digit may be a decimal point.
_HALF_WIDTH = (
    rf"[,;:?!.](?:(?<=(?:{HAN}|[”’》）]).)(?:(?={HAN}|[“‘《（]|$)|(?<!\.)(?=[0-9]))"
    rf"|(?<=[0-9%][,;:?!])(?={HAN}|[“‘《（]))"
)
_PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "〔": "〕", "【": "】"}
_PAIRED = re.compile(f"[{''.join(_PAIRS)}{''.join(_PAIRS.values())}]")
_NESTED = r"《[^《》<〈]{0,100}(?:[《<〈][^《<〈》>〉]{0,100}[》>〉][^《》<〈]{0,100}){1,9}》"
_INNER = {"《": "〈", "》": "〉", "<": "〈", ">": "〉"}
_BRACKETED = rf"\((?:(?=[^()\n]{{0,200}}{HAN})|(?<={HAN}\())[^()\n]{{0,200}}\)"
_DOCUMENT_YEAR = r"[\[(【（](?:19|20)[0-9]{2}[\])】）](?=第?[0-9]+号)"
_INNER_BLANK = (
    rf"{_BLANK}(?:(?<=(?:{HAN}|[，。；：、！？”》）]){_BLANK}){_BLANK}*(?={HAN}|[0-9“《（])"
    rf"|(?<=[0-9%]{_BLANK}){_BLANK}*(?={HAN}))"
)
_STRAIGHT = rf'"(?=[^"\n]*{HAN})[^"\n]{{1,60}}"'
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


MARKS: tuple[Wording, ...] = (
    Wording(
        "W503", r"、(?:(?<=》、)(?=《)|(?<=”、)(?=“))", "并列的书名号、引号之间不用顿号", "去掉“、”", "", signs=("、",)
    ),
    Wording(
        "E506",
        _OF_YEARS,
        "年份、月份、日期之间用了“{0}”",
        "写成“—”，如 2021—2025年、1—12月",
        "—",
        Where.OUTSIDE,
        any_of=_DASHES,
    ),
    Wording(
        "E506",
        _OF_COUNTS,
        "两个数之间用了“{0}”",
        "写成“—”，如 3—5名",
        "—",
        Where.OUTSIDE,
        any_of=_DASHES,
    ),
    *(
        Wording(
            "H526",
            pattern,
            "文件名或引文里的起止用了“{0}”",
            "照原文件核对；一般是“—”，如（2021—2025年）",
            where=Where.QUOTED,
            any_of=_DASHES,
        )
        for pattern in (_OF_YEARS, _OF_COUNTS)
    ),
    Wording(
        "E507",
        r"(?:19|20)(?<![0-9](?:19|20))[0-9]{2}(?:19|20)[0-9]{2}年",
        "“{0}”两个年份连在一起，丢了连接号",
        "写成 2021—2025年",
        signs=("年",),
    ),
    Wording(
        "E508",
        r"[0-9](?<![0-9.][0-9])[0-9]*(?:\.[0-9]+)?[-–－—～~][0-9]+(?:\.[0-9]+)?[%万亿]",
        "“{0}”前一个数缺了单位",
        "两个数都带上单位，中间用“—”，如 4%—6%、5万—10万",
        any_of="-–－—～~",
    ),
    Wording(
        "W510",
        r"[0-9](?<![0-9][0-9])[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])",
        "“{0}”用了千位逗号",
        "去掉逗号，或者以万、亿为单位",
        signs=(",",),
    ),
    Wording(
        "E511", r"[０-９．％][０-９．％]*", "“{0}”是全角的数字或符号", "改用半角", any_of="０１２３４５６７８９．％"
    ),
    Wording(
        "W512",
        r"[0-9](?<![0-9.][0-9])[0-9]?\.[0-9]{1,2}(?=”?(?:世界|国家)?(?:(?:环境|宪法|安全教育|消费者权益)日|主题|晚会|宣传))",
        "“{0}”月日之间用了小数点",
        "月日简写用间隔号，如 12·4",
        signs=(".",),
    ),
    Wording("W521", r"[,;](?:(?=[，。；：、])|(?<=[，。；：、].))", "标点“{0}”重复", "只留一个，用全角的", any_of=",;"),
    Wording("W521", r"([，。；：、])(?:\1+|(?<!。)[，。；：、])", "标点“{0}”重复", "只留一个", any_of="，。；：、"),
)


@rule("W503", "E506", "E507", "E508", "W510", "E511", "W512", "W521", "H526")
def by_pattern(reading: Reading) -> Iterator[Finding]:
    """Every mark of the table."""
    yield from told(reading, MARKS)


@rule("E501")
def half_width_marks(reading: Reading) -> Iterator[Finding]:
    """Between han, and between han and a digit, marks are full-width."""
    for place, match in reading.matches(_HALF_WIDTH, any_of=",;:?!."):
        if not place.is_reference(match.start()):
            full = _FULL_WIDTH[match[0]]
            message = f"汉字之间用了半角“{match[0]}”"
            finding = place.finding("E501", message, match.span(), f"写成“{full}”")
            yield finding._replace(edits=(place.edit(match.span(), full),))


@rule("W509")
def blanks(reading: Reading) -> Iterator[Finding]:
    """Between han and han, han and digits; one before a counter stands where a number was lost."""
    for place, match in reading.matches(_INNER_BLANK, any_of=_BLANKS):
        if place.is_reference(match.start()) or within(match.start(), quoted(place.text)):
            continue  # “学宪法 讲宪法” is its name
        before, behind = place.text[match.start() - 1], place.text[match.end()]
        if behind in _COUNTERS and not before.isdecimal():
            yield place.finding("W509", "汉字之间有空格，像是漏了一个数", match.span(), "补上数，或者去掉空格")
        else:
            finding = place.finding("W509", "汉字、数字之间有空格", match.span(), "去掉空格")
            yield finding._replace(edits=(place.edit(match.span(), ""),))


@rule("E501")
def straight_quotes(reading: Reading) -> Iterator[Finding]:
    """Quotations in Chinese stand in “”."""
    for place, match in reading.matches(_STRAIGHT, '"'):
        start, end = match.span()
        finding = place.finding("E501", "汉字用了半角引号", (start, end), "写成“”")
        edits = (place.edit((start, start + 1), "“"), place.edit((end - 1, end), "”"))
        yield finding._replace(edits=edits)


@rule("E513")
def own_number(reading: Reading) -> Iterator[Finding]:
    """发文字号: 代字、〔年份〕、序号 without 第 and without padding (GB/T 9704-2012 7.2.5)."""
    number = reading.report.number
    if number and not is_open(number) and not re.fullmatch(_OWN_NUMBER, number):
        meant = re.fullmatch(_OWN_NUMBER_PARTS, number)
        shown = f"{meant[1]}〔{meant[2]}〕{meant[3]}号" if meant else f"机关代字〔{reading.report.year + 1}〕1号"
        yield Finding("E513", f"发文字号“{number}”的写法不对", ("number",), help=f"写成 {shown}：六角括号，不写“第”")


@rule("E502")
def half_width_brackets(reading: Reading) -> Iterator[Finding]:
    """Brackets around or behind han are full-width."""
    for place, match in reading.matches(_BRACKETED, "(", ")"):
        if re.compile(_DOCUMENT_YEAR).match(place.text, match.start()):
            continue  # E513's
        start, end = match.span()
        edits = (place.edit((start, start + 1), "（"), place.edit((end - 1, end), "）"))
        finding = place.finding("E502", "汉字之间用了半角括号", (start, end), "写成“（）”")
        yield finding._replace(edits=edits)


@rule("E513")
def document_years(reading: Reading) -> Iterator[Finding]:
    """The year in a document number stands in 〔〕 (GB/T 9704-2012 7.2.5)."""
    for place, match in reading.matches(_DOCUMENT_YEAR, "号", any_of="[(【（"):
        start, end = match.span()
        message = f"发文字号的年份用了“{match[0]}”"
        finding = place.finding("E513", message, (start, end), "用六角括号，如〔2024〕1号")
        edits = (place.edit((start, start + 1), "〔"), place.edit((end - 1, end), "〕"))
        yield finding._replace(edits=edits)


@rule("E504")
def nested_titles(reading: Reading) -> Iterator[Finding]:
    """Inside 《》 a further title stands in 〈〉, not in 《》 or <>."""
    for place, match in reading.matches(_NESTED, "《", "》"):
        inner = range(match.start() + 1, match.end() - 1)
        wrong = [at for at in inner if place.text[at] in _INNER]
        if wrong:
            edits = tuple(place.edit((at, at + 1), _INNER[place.text[at]]) for at in wrong)
            span = wrong[0], wrong[-1] + 1
            finding = place.finding("E504", "书名号里面的书名号要用单书名号", span, "写成《……〈……〉……》")
            yield finding._replace(edits=edits)


@rule("E505")
def balanced(reading: Reading) -> Iterator[Finding]:
    """Quotes and brackets come in pairs, properly nested, within a place."""
    closing = set(_PAIRS.values())
    for place in reading.places:
        found = re.compile(_NESTED).finditer(place.text) if "《" in place.text else ()
        nested = tuple((match.start() + 1, match.end() - 1) for match in found)
        opened: list[int] = []
        for at, character in ((match.start(), match[0]) for match in _PAIRED.finditer(place.text)):
            if character in "《》" and within(at, nested):
                continue  # E504's
            if character == "“" and opened and place.text[opened[-1]] == "“":
                yield place.finding("E505", "前一个“还没有结束，这里又是“", (at, at + 1), "改成”；引号里面的引号用‘’")
                opened.pop()
            elif character in _PAIRS:
                opened.append(at)
            elif character in closing:
                if not opened or _PAIRS[place.text[opened[-1]]] != character:
                    half = character == "）" and "(" in place.text[:at]
                    help_ = "前面的“(”是半角的，改成“（”" if half else "补上前一半，或者删掉它"
                    yield place.finding("E505", f"“{character}”前面没有与它成对的符号", (at, at + 1), help_)
                    break
                opened.pop()
        else:
            for at in opened:
                character = place.text[at]
                yield place.finding(
                    "E505", f"“{character}”没有配对", (at, at + 1), f"在该结束的地方补上“{_PAIRS[character]}”"
                )


@rule("W520")
def blanks_at_line_ends(reading: Reading) -> Iterator[Finding]:
    """Blanks at the end of a line, and full-width ones at its start: the indent is the layout's."""
    for passage in reading.context.passages:
        if not any(sign in passage.text for sign in _AT_LINE_ENDS):
            continue
        for match in re.finditer(_LINE_ENDS, passage.text):
            edits = (Edit(match.span(), match[0], ""),)
            message = "行首、行尾有多余的空格"
            yield Finding(
                "W520", message, passage.path, match.span(), help="去掉空格，首行空二字由排版完成", edits=edits
            )


@rule("W527")
def sentences_with_end_mark(reading: Reading) -> Iterator[Finding]:
    """A place of the body ends with a mark; where there is none, something was cut off or forgotten."""
    for place in reading.places:
        text = place.text
        body = place.path[-1] in ("text", "lead") and len(text) >= _SENTENCE
        if body and (text[-1].isalnum() or text[-1] in _ENDS_OPEN):
            at = len(text)
            yield place.finding("W527", "这一段的末尾没有标点", (at - 1, at), "补上句号；没有写完的，写完")


@rule("E519")
def headings_without_end_mark(reading: Reading) -> Iterator[Finding]:
    """A heading on its own line takes no end mark."""
    for place in reading.places:
        text = place.text
        if place.path[-1] == "title" and len(text) > 1 and text[-1] in _END_MARKS:
            span, help_ = (len(text) - 1, len(text)), "标题末尾不用标点；接排时句号由程序加"
            finding = place.finding("E519", f"标题末尾有“{text[-1]}”", span, help_)
            yield finding._replace(edits=(place.edit(span, ""),))
