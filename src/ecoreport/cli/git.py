"""A folder as it was at a revision, asked of git; whatever the repository's own settings say, nothing else is started.

The repository may be a stranger's. Whose repositories git reads at all, `safe.directory`, stays git's and the user's.
"""

import re
from contextlib import suppress
from pathlib import Path

from ecoreport.cli import programs
from ecoreport.cli.usage import wrong
from ecoreport.yearfile.reader import MAX_BYTES

_PATIENCE = 20.0  # seconds that git may take
_MOST_LISTED = 4_000_000  # bytes of names
_HASH = re.compile(rb"[0-9a-f]{40,64}\n")
_FILE = re.compile(r"100[0-7]{3} blob [0-9a-f]+")  # no link
_FOREIGN = re.compile(rb"safe\.directory|dubious ownership|unsafe repository")
# Settings of the command line win over those of the repository, and are handed on to whatever git starts.
_SETTINGS = {
    "protocol.allow": "never",
    "credential.helper": "",
    "core.sshCommand": "false",
    "core.alternateRefsCommand": "false",
    "core.askPass": "",
    "core.editor": "false",
    "core.fsmonitor": "false",
    "core.hooksPath": "/dev/null",
    "core.pager": "cat",
    "diff.external": "",
    "safe.bareRepository": "explicit",  # a folder that only looks like a repository is none
    "core.bigFileThreshold": "8m",  # what is larger is handed on in pieces, not held
}
_VARIABLES = {
    "GIT_ALLOW_PROTOCOL": ":",  # a list of none; wins over protocol.NAME.allow, and old versions know it
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_PROTOCOL_FROM_USER": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",  # what was committed, not what is shown in its place
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "GIT_PAGER": "cat",
    "GIT_ALLOC_LIMIT": "268435456",  # bytes in one piece: an object, or a link to a device, may unfold to any size
    "LC_ALL": "C",
}


class Revision:
    """A folder at a revision; UsageError where git, or the revision, is not there."""

    def __init__(self, folder: Path, revision: str) -> None:
        """Find the repository and the commit."""
        self._folder, self._called = folder.resolve(), revision
        program = programs.found("git")
        if program is None:
            raise wrong("写 @版本 要装 git；不用 git 就直接写年度或文件。")
        if revision.startswith("-") or not revision.isprintable():
            raise wrong(f"“{revision}”不是 git 的版本。")
        self._program = program
        self._commit = self._commit_of(revision)

    def names(self) -> frozenset[str]:
        """The names of the folder's files."""
        listed = self._asked("ls-tree", "-z", self._commit, most=_MOST_LISTED)
        if len(listed.product) > _MOST_LISTED:
            raise wrong(f"git 的 {self._called} 里，“{self._folder}”的文件太多，没有读。")
        if listed.code:
            raise wrong(f"git 读不出 {self._called} 里的文件：仓库不完整，或者坏了。")
        entries = (entry.partition("\t") for entry in listed.product.decode("utf-8", "replace").split("\0"))
        return frozenset(name for kind, _, name in entries if _FILE.fullmatch(kind))

    def read(self, name: str) -> bytes:
        """A file's bytes, of one that is too large the first and one more; OSError where git does not give them."""
        called = f"{name}@{self._called}"
        try:
            blob = self._run("cat-file", "blob", f"{self._commit}:./{name}", most=MAX_BYTES)
        except TimeoutError:
            raise OSError(0, _slow(), called) from None
        if blob.code and len(blob.product) <= MAX_BYTES:
            told = "git 记着这个文件，仓库里却没有它的内容（拷来时不全、部分克隆或坏了）；不联网去取，请要一份完整的"
            raise OSError(0, told, called)
        return blob.product

    def _commit_of(self, revision: str) -> str:
        asked = self._asked("rev-parse", "--git-dir") if self._work_tree() else None
        if asked and asked.code and _FOREIGN.search(asked.said):
            raise wrong(
                f"“{self._folder}”的 git 仓库是别人建的，git 不读；信得过它，就把它加进 git 的 safe.directory，"
                "信不过就直接比文件。"
            )
        if asked is None or asked.code:
            raise wrong(f"“{self._folder}”不在 git 仓库里，不能写 @{revision}。")
        commit = self._asked("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if commit.code or not _HASH.fullmatch(commit.product):
            raise wrong(f"git 里没有“{revision}”这个版本。")
        return commit.product.decode().strip()

    def _asked(self, *arguments: str, most: int = 4096) -> programs.Ended:
        try:
            return self._run(*arguments, most=most)
        except TimeoutError:
            raise wrong(_slow()) from None

    def _run(self, *arguments: str, most: int) -> programs.Ended:
        settings = [word for name, value in _SETTINGS.items() for word in ("-c", f"{name}={value}")]
        own = {**_VARIABLES, "GIT_WORK_TREE": str(self._work_tree())}  # wins over core.worktree
        words = ("-C", str(self._folder), "--no-pager", *settings, *arguments)
        return programs.run(self._program, *words, seconds=_PATIENCE, most=most, environment=own)

    def _work_tree(self) -> Path | None:
        """The nearest folder with a `.git`; finding the repository is left to git, which looks at whose it is."""
        return next((one for one in (self._folder, *self._folder.parents) if (one / ".git").exists()), None)


def user() -> str:
    """What the user has told git that he is called; empty where he has not, or there is no git."""
    program = programs.found("git")
    with suppress(OSError):
        if program:
            told = programs.run(program, "config", "--global", "--get", "user.name", seconds=_PATIENCE, most=4096)
            return told.product.decode("utf-8", "replace").strip()
    return ""


def _slow() -> str:
    return f"git 等了{_PATIENCE:g}秒没有回答"
