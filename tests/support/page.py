"""Two years whose comparison fills the one page: more of everything than it has room for."""


def year(number: int) -> str:
    """A year's file with 20 items of a plan, 12 shortcomings that stay, 20 measures that do not, 20 figures."""
    figures = "".join(f"  指标{at}: {100 + at * (number - 2020) * 7}件\n" for at in range(20))
    plan = "".join(
        f"  - {{id: p{number}a{at}, title: 加强第{at}方面的工作, text: 开展第{at}号专项行动不少于{at + 2}次。}}\n"
        for at in range(20)
    )
    measures = "".join(
        f"  - {{id: m{number}a{at}, title: {_words(number, at)}, text: 办成{_words(number, at + 50)}{at}件。}}\n"
        for at in range(20)
    )
    problems = "".join(f"  - {{id: s{at}, problem: 第{at}个方面的基层执法力量仍然不足}}\n" for at in range(12))
    copied = "不断推动全局上下自觉把学习贯彻习近平法治思想落到工作的各个方面全过程。"
    return (
        f"year: {number}\nissuer: 示例县市场监督管理局\ndate: {number + 1}-01-20\nlead: {copied}\n"
        f"figures:\n{figures}measures:\n{measures}shortcomings:\n{problems}"
        f"leader_duties:\n  - text: 履职。\nnext_year_plan:\n{plan}"
    )


def _words(number: int, at: int) -> str:
    """Words that no other year and no other item has."""
    first = 0x4E00 + (number - 2020) * 1000 + at * 8
    return "".join(map(chr, range(first, first + 8)))
