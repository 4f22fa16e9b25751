"""Year files that are not seen: what is said of them."""

from pathlib import Path

from ecoreport.cli.unseen import almost, missing, unseen
from ecoreport.project import Project


def test_a_file_under_another_name_or_in_another_folder(tmp_path: Path) -> None:
    """What to do for it to be seen; nothing where there is none."""
    project = Project(tmp_path, tmp_path)
    assert unseen(project, 2024) == ""
    (tmp_path / "2024.yaml").touch()
    assert unseen(project, 2024) == "有 2024.yaml，移到 data 文件夹里。"
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2024年.yaml").touch()
    assert unseen(project, 2024) == "有 2024年.yaml，文件名改成 2024.yaml。"


def test_the_words() -> None:
    """What is too much is named."""
    told = almost(2023, ("2023.yaml.txt", ".txt"))
    assert told == "有 2023.yaml.txt，去掉后面的 .txt。"
    assert missing(2023, told) == f"没有 2023 年的文件 data/2023.yaml。{told}"
