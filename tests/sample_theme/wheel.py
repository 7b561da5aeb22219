"""A wheel of a package with entry points, written by hand: a zip with three more files."""

from __future__ import annotations

import zipfile
from pathlib import Path

HERE = Path(__file__).parent
METADATA = "Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
ENTRY_POINTS = "[gongkai.themes]\n{name} = {module}\n"


def build_wheel(
    folder: Path, *, package: Path = HERE / "autumn_theme", name: str = "autumn", version: str = "1.2.0"
) -> Path:
    """The wheel of ``package`` in ``folder``, whose entry point is called ``name``."""
    distribution = f"gongkai_theme_{name}"
    path, info = folder / f"{distribution}-{version}-py3-none-any.whl", f"{distribution}-{version}.dist-info"
    files = {
        f"{package.name}/{file.relative_to(package).as_posix()}": file.read_bytes()
        for file in sorted(package.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    }
    files[f"{info}/METADATA"] = METADATA.format(distribution=distribution, version=version).encode()
    files[f"{info}/WHEEL"] = WHEEL.encode()
    files[f"{info}/entry_points.txt"] = ENTRY_POINTS.format(name=name, module=package.name).encode()
    record = "".join(f"{place},,\n" for place in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(path, "w") as wheel:
        for place, content in {**files, f"{info}/RECORD": record.encode()}.items():
            wheel.writestr(place, content)
    return path
