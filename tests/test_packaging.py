"""What is installed: every file that the program reads, and no pattern that names nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

ROOT = Path(__file__).parent.parent
PACKAGES = ("data", "queries", "tui")
PATTERNS: dict[str, list[str]] = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
    "package-data"
]


def files(package: str) -> set[Path]:
    """The files of a package that are no modules."""
    found = (path for path in (ROOT / package).rglob("*") if path.is_file())
    return {path for path in found if path.suffix not in (".py", ".pyc") and not path.name.startswith(".")}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_that_is_no_module_is_installed_with_its_package(package: str) -> None:
    installed = {path for pattern in PATTERNS[package] for path in (ROOT / package).glob(pattern)}
    assert sorted(str(path.relative_to(ROOT)) for path in files(package) - installed) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_pattern_of_installed_files_names_nothing(package: str) -> None:
    assert [pattern for pattern in PATTERNS[package] if not any((ROOT / package).glob(pattern))] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_of_modules_is_a_package(package: str) -> None:
    folders = {path.parent for path in (ROOT / package).rglob("*.py")}
    assert [str(folder.relative_to(ROOT)) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []
