"""Rules over punctuation and blanks (GB/T 15834, GB/T 15835); what is mechanical carries its mend.

Patterns begin with the characters that they look for, and look behind from there: so `re` skips from one to the next
instead of trying every place of a text.
"""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Edit, Finding
from ecoreport.report.parts import sections_of
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.names import BETWEEN_NAMES
from ecoreport.text.placeholders import is_open
from ecoreport.text.sentences import within
from ecoreport.yearfile.fields import lines_of
from ecoreport.yearfile.model import Report

# Letters beyond ASCII, in a Chinese text han: a range of 20,000 characters takes a third of a millisecond to compile.
HAN = r"[^\W\d_a-zA-Z]"
_LINES = frozenset(key for key, _ in lines_of(Report))
_BLANKS = " \u3000\u00a0"
_BLANK = f"[{_BLANKS}]"
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
# A full stop beside a digit may be a decimal point.
_HALF_WIDTH = (
    rf"[,;:?!.](?:(?<=(?:{HAN}|[”’》）]).)(?:(?={HAN}|[“‘《（]|$)|(?<!\.)(?=[0-9]))"
    rf"|(?<=[0-9%][,;:?!])(?={HAN}|[“‘《（])|(?<=[0-9%]\.)$|(?<=%\.)(?={HAN}))"
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
_STOPPED = "(?<=[^。！？\n（：])（[^（）]{1,200}。）"
_TWO_COLONS = "(?<![0-9])：[^。；：！？“”（）]{1,60}：(?=.)"
_LABEL = re.compile("，[^，。；：、]{1,4}：$")  # 时间：12月4日，地点：会议室
_TIME = re.compile("[0-9]：[0-9]")
_STRAIGHT = rf'"(?=[^"\n]*{HAN})[^"\n]{{1,60}}"'
_OWN_NUMBER = r"\S+〔20[0-9]{2}〕[1-9][0-9]*号"
_OWN_NUMBER_PARTS = r"([^\W0-9_]+)\W*(20[0-9]{2})年?\W*第?0*([1-9][0-9]*)号?文?\W*"
_COUNTERS = "条件起次个家份项名人"  # behind a number; where there is none, it was lost
_LINE_ENDS = (
    r"[ \t\u3000\u00a0](?:(?<![ \t\u3000\u00a0][ \t\u3000\u00a0])[ \t\u3000\u00a0]*+(?=\n)"
    r"|(?:(?<=\n[\u3000\u00a0])|(?<=^[\u3000\u00a0]))[\u3000\u00a0]*)"
)
_AT_LINE_ENDS = (" \n", "\t\n", "\u3000", "\u00a0")  # one of which stands in whatever _LINE_ENDS finds
_SENTENCE = 12  # characters; what is shorter may be a label
_ENDS_OPEN = "，、_"  # or with a letter, a han or a digit
_END_MARKS = "。；，、：,;:."


@rule("W550")
def stops_before_a_bracket(reading: Reading) -> Iterator[Finding]:
    """（……。） inside a sentence: a bracket that does not stand for itself has no full stop of its own."""
    for place, match in reading.matches(_STOPPED, "。）", "（"):
        at, ends = match.end() - 2, match.end() == len(place.text)
        finding = place.finding(
            "W550", "句子里面的括号，里面不用句号", (at, at + 2), "去掉句号；一句完了，写在括号后面"
        )
        new = "）。" if ends else "）"
        yield finding._replace(edits=(place.edit((at, at + 2), new),))


@rule("H551")
def colons_in_colons(reading: Reading) -> Iterator[Finding]:
    """One sentence leads on twice: 强调：要抓好三件事：一是……."""
    for place, match in reading.matches(_TWO_COLONS, "："):
        is_text = place.is_body and place.path[0] not in _LINES  # which are labels: 联系人：甲
        if is_text and not place.is_quoted(match.start()) and not place.is_quoted(match.end() - 1):
            span = match.end() - 1, match.end()
            if _LABEL.search(match[0]) or _TIME.match(place.text, match.end() - 2):
                continue
            yield place.finding("H551", "一句话里冒号套着冒号", span, "后一个改成逗号或者句号，或者分成两句")


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
        if not place.is_own(match.start()):
            continue  # “学宪法 讲宪法” is its name
        if re.compile(BETWEEN_NAMES).match(place.text, match.start()):
            continue  # 某厅 某局关于……
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
        if place.is_reference(match.start()):
            continue  # the unit of a figure
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
    """A heading on its own line takes no end mark; one that text runs on from may lead on to it with a colon."""
    sections = {(*path, "title") for path, section in sections_of(reading.report) if section.text}
    items = {
        (*path, "items", at, "title")
        for path, content in reading.context.all_contents
        if content.run_in
        for at, item in enumerate(content.items)
        if item.text
    }
    for place in reading.places:
        text = place.text
        if (place.path in sections and text.endswith(("。", "："))) or (place.path in items and text.endswith("：")):
            continue
        if place.path[-1] == "title" and len(text) > 1 and text[-1] in _END_MARKS:
            span, help_ = (len(text) - 1, len(text)), "标题末尾不用标点；接排时句号由程序加"
            finding = place.finding("E519", f"标题末尾有“{text[-1]}”", span, help_)
            yield finding._replace(edits=(place.edit(span, ""),))
