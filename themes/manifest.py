"""What a theme says of itself, in ``theme.toml``. Read while settings are: nothing here imports a model."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

from .tokens import Mode, ModeTokens, faults_of_tokens
from .version import CONTRACT

FILE = "theme.toml"
BASE = "base"
LONGEST_NAME = 40
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FIELDS = {"name", "title", "description", "parent", "version", "compatible", "author", "stylesheets", "picture"}
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9_./-]*\.(?:css|webp|png)")


class Faulty(Exception):
    """``theme.toml`` cannot be taken; ``sentences`` say why, for its author (English: authors read it)."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A theme's name and nature. ``folder`` holds ``theme.toml``, ``templates/`` and ``static/``.

    ``name`` is what choices are stored as, so it never changes. ``parent`` is the theme whatever is missing comes from;
    empty for ``base`` only. ``compatible`` is a range of versions of the contract (PEP 440). ``stylesheets`` and
    ``picture`` are paths below ``static/``.
    """

    name: str
    title: str
    version: str
    folder: Path
    parent: str = BASE
    compatible: str = ">=1.0,<2"
    description: str = ""
    author: str = ""
    stylesheets: tuple[str, ...] = ()
    picture: str = ""
    tokens: ModeTokens = field(default_factory=dict)

    def accepts(self, contract: str = CONTRACT) -> bool:
        """Whether it was made for the version ``contract`` of the contract."""
        return Version(contract) in SpecifierSet(self.compatible)

    @property
    def templates(self) -> Path:
        return self.folder / "templates"

    @property
    def static(self) -> Path:
        return self.folder / "static"

    @property
    def static_prefix(self) -> str:
        """Below which its files stand among the static files of the site."""
        return f"themes/{self.name}"

    def template_names(self) -> list[str]:
        """Its partials, slots and own pieces, without ``.html``."""
        found = sorted(self.templates.rglob("*.html")) if self.templates.is_dir() else []
        return [path.relative_to(self.templates).with_suffix("").as_posix() for path in found]


def read_manifest(folder: Path) -> Manifest:
    """The theme in ``folder``. Raises :class:`Faulty` with every fault."""
    try:
        values = tomllib.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Faulty(f"{FILE} cannot be read: {error}.") from error
    faults = tuple(faults_of(values))
    if faults:
        raise Faulty(*faults)
    plain = {name: values[name] for name in _FIELDS if name in values}
    sheets = tuple(plain.pop("stylesheets", ()))
    parent = plain.pop("parent", "" if values["name"] == BASE else BASE)
    return Manifest(
        folder=folder, parent=parent, stylesheets=sheets, tokens=_by_mode(values.get("tokens", {})), **plain
    )


def faults_of(values: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the content of a ``theme.toml``, each as a sentence."""
    yield from (f"There is no entry “{name}”." for name in sorted(set(values) - _FIELDS - {"tokens"}))
    yield from _faults_of_texts(values)
    yield from _faults_of_versions(values)
    sheets = values.get("stylesheets", [])
    if not (isinstance(sheets, list) and all(isinstance(one, str) and _is_file(one) for one in sheets)):
        yield "“stylesheets” is not a list of files below static/, such as theme.css."
    tokens = values.get("tokens", {})
    if not isinstance(tokens, dict):
        yield "“tokens” is not a table."
        return
    for part in _parts(tokens).values():
        yield from faults_of_tokens(part)


def _faults_of_texts(values: Mapping[str, Any]) -> Iterator[str]:
    name = values.get("name")
    if not (isinstance(name, str) and _NAME.fullmatch(name) and len(name) <= LONGEST_NAME):
        yield f"The name {name!r} is not made of small letters, digits and hyphens, {LONGEST_NAME} at most."
    if not str(values.get("title", "")).strip():
        yield "“title” is empty."
    for field_name in ("title", "description", "author", "parent", "picture"):
        if not isinstance(values.get(field_name, ""), str):
            yield f"“{field_name}” is not a text."
    if values.get("parent") == name:
        yield "A theme is not its own parent."
    if values.get("picture") and not _is_file(str(values["picture"])):
        yield "“picture” is not a file below static/, such as picture.webp."


def _faults_of_versions(values: Mapping[str, Any]) -> Iterator[str]:
    try:
        Version(values.get("version"))  # type: ignore[arg-type]  # whatever its author wrote
    except (InvalidVersion, TypeError):
        yield f"“version” is {values.get('version')!r}, which is no version (PEP 440), such as 1.2.0."
    try:
        if not len(SpecifierSet(values.get("compatible", ">=1.0,<2"))):
            yield "“compatible” names no version of the contract; write for example >=1.0,<2."
    except (InvalidSpecifier, TypeError, AttributeError):
        yield f"“compatible” is {values['compatible']!r}, which is no range of versions, such as >=1.0,<2."


def _is_file(path: str) -> bool:
    return bool(_FILE_NAME.fullmatch(path)) and ".." not in path


def _parts(tokens: Mapping[str, Any]) -> dict[Mode, dict[str, Any]]:
    """``[tokens]`` are those of light; ``[tokens.dark]`` and so on of the other modes."""
    others = {mode: tokens[mode] for mode in Mode if isinstance(tokens.get(mode), dict)}
    return {Mode.LIGHT: {name: value for name, value in tokens.items() if name not in others}, **others}


def _by_mode(tokens: Mapping[str, Any]) -> ModeTokens:
    return {mode: dict(part) for mode, part in _parts(tokens).items() if part}
