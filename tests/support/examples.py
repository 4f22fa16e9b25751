"""The invented bureau under examples/shili: its commands, their outputs, a copy to change."""

from support import ROOT

SHILI = ROOT / "examples" / "shili"


EXPECTED = SHILI / "expected"


# What is run, and the file that holds what comes of it: on stdout, or where -o puts it.
COMMANDS = {
    "check.txt": "check --all",
    "figures.txt": "figures 2024",
    "figures-all.txt": "figures --all",
    "figures.md": "figures 2024 -f md",
    "figures.csv": "figures --all -f csv",
    "figures.json": "figures 2024 -f json",
    "figures.docx": "figures 2024 -f docx -o figures.docx",
    "diff.txt": "diff 2023 2024",
    "diff-figures.txt": "diff 2023 2024 --figures",
    "diff-plan.txt": "diff 2023 2024 --plan",
    "diff-two-years.txt": "diff 2022 2024 --figures",
    "diff-page.md": "diff 2023 2024 --summary -f md",
    "diff.md": "diff 2023 2024 -f md",
    "diff.json": "diff 2023 2024 -f json",
    "diff.html": "diff 2023 2024 -f html",
    "diff.docx": "diff 2023 2024 -f docx -o diff.docx",
    "new.yaml": "new 2025 -o -",
    "chart.html": "figures 2024 --chart -f html",
    "chart.docx": "figures --all --chart -f docx -o chart.docx",
}
