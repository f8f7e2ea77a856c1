"""The configuration file: TOML in the user's configuration folder, checked, with errors that name the line's key.

lang = "vi"                 # vi or en
theme = "dark"              # dark, light, contrast, or a theme of Textual; or a table of colours: [theme]
kitty_keyboard = false      # off helps Vietnamese input methods in some terminals
sql_seconds = 60            # SQL is stopped after this time; 0: never
sql_memory = "64MB"         # memory that the store may take; what needs more goes to the disk
sql_disk = "2GB"            # disk that it may take for that

[keymap]
search = "f3,ctrl+f"        # id of an action = its keys
"""

from __future__ import annotations

import os
import re
import threading
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from data.errors import UserError
from tui.words import LANGUAGES, texts

if TYPE_CHECKING:
    from pathlib import Path

THEME_NAMES = (
    "dark", "light", "contrast", "textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula", "tokyo-night",
    "monokai", "flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato", "solarized-light", "solarized-dark",
    "rose-pine", "rose-pine-moon", "rose-pine-dawn", "atom-one-dark", "atom-one-light",
)  # fmt: skip
"""The themes that can be named: our own, and those of Textual, which is not imported before the configuration is read."""
COLOURS = (
    "primary", "secondary", "accent", "foreground", "background", "surface", "panel", "success", "error", "warning", "dim",
    "rule", "cursor", "cursor-idle", "cell", "cell-text", "lit", "lit-text", "bright", "target",
)  # fmt: skip
"""The colours that a theme of one's own may set."""
_CHOICES = {"lang": LANGUAGES}
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_SIZE = re.compile(r"(\d+(?:\.\d+)?) ?(MB|GB)")
LEAST_MEMORY = 32
"""Megabytes below which DuckDB cannot answer what the panes ask."""


class ConfigError(UserError):
    """The configuration file is invalid or unreadable."""


@dataclass(frozen=True)
class Config:
    """What the user has chosen for good; empty means not chosen."""

    lang: str = ""
    theme: str | dict[str, str] = ""
    kitty_keyboard: bool = True
    sql_seconds: float = 0.0
    sql_memory: str = ""
    sql_disk: str = ""
    keymap: dict[str, str] = field(default_factory=dict)

    @property
    def limits(self) -> dict[str, str]:
        """What the store may take, as overrides of `queries.store.SETTINGS`."""
        chosen = {"memory_limit": self.sql_memory, "max_temp_directory_size": self.sql_disk}
        return {name: size for name, size in chosen.items() if size}

    def prepare(self) -> None:
        """Set the environment that Textual reads when it is imported; call it before."""
        if not self.kitty_keyboard:
            os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def config_file() -> Path:
    """The file in the user's configuration folder."""
    from platformdirs import user_config_path

    return user_config_path("xulang", appauthor=False) / "config.toml"


def user_queries_folder() -> Path:
    """The folder of the user's own SQL questions, beside the configuration."""
    return config_file().parent / "queries"


def read_config(path: Path) -> Config:
    """The configuration at ``path``; the defaults where there is none.

    Raises:
        ConfigError: the file is no TOML, or a key or value is not known.
    """
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise ConfigError("config_unreadable", path, reason=error) from error
    import tomli  # mostly there is no configuration

    try:
        found = tomli.loads(text.decode())
    except ValueError as error:
        raise ConfigError("config_no_toml", path, reason=error) from error
    for key, value in found.items():
        _check(path, key, value)
    return Config(**found)


def _check(path: Path, key: str, value: object) -> None:
    """Raise `ConfigError` for an unknown key or an invalid value."""
    known = [one.name for one in fields(Config)]
    if key not in known:
        raise ConfigError("config_unknown", path, key=key, names=", ".join(name for name in known if name != "keymap"))
    if key in _CHOICES and value not in _CHOICES[key]:
        raise ConfigError("config_choice", path, key=key, value=repr(value), choices=", ".join(_CHOICES[key]))
    if key == "theme":
        _check_theme(path, value)
    if key == "kitty_keyboard" and not isinstance(value, bool):
        raise ConfigError("config_yes_no", path, key=key, value=repr(value))
    if key == "sql_seconds" and not _is_time(value):
        raise ConfigError("config_seconds", path, key=key, value=repr(value))
    if key == "sql_disk" and _megabytes(value) is None:
        raise ConfigError("config_size", path, key=key, value=repr(value))
    if key == "sql_memory" and (_megabytes(value) or 0) < LEAST_MEMORY:
        raise ConfigError("config_size_least", path, key=key, value=repr(value), least=LEAST_MEMORY)
    if key == "keymap":
        _check_keymap(path, value)


def _check_theme(path: Path, value: object) -> None:
    """Raise `ConfigError` where a theme is neither a known name nor a table of colours over one."""
    if not isinstance(value, dict):
        value = {"base": value}
    for key, one in value.items():
        if key == "base" and one not in THEME_NAMES:
            raise ConfigError("config_choice", path, key="theme", value=repr(one), choices=", ".join(THEME_NAMES))
        if key not in ("base", *COLOURS):
            raise ConfigError("config_choice", path, key="[theme]", value=repr(key), choices=", ".join(("base", *COLOURS)))
        if key != "base" and not (isinstance(one, str) and _COLOUR.fullmatch(one)):
            raise ConfigError("config_colour", path, key=f"[theme] {key}", value=repr(one))


def _is_time(value: object) -> bool:
    """Whether a value is a time that a thread can wait for: neither less than nothing nor without end."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= threading.TIMEOUT_MAX


def _megabytes(value: object) -> float | None:
    """A size as megabytes; None if it is not a size."""
    found = _SIZE.fullmatch(value) if isinstance(value, str) else None
    return float(found[1]) * (1000 if found[2] == "GB" else 1) if found else None


def _check_keymap(path: Path, value: object) -> None:
    """Raise `ConfigError` where a keymap is no table of keys, or names an action that there is not."""
    if not isinstance(value, dict) or not all(isinstance(keys, str) and keys for keys in value.values()):
        raise ConfigError("config_keymap", path)
    from difflib import get_close_matches  # only where there is a keymap

    # Every action has words under its id.
    known = [name.partition(".")[2].rpartition(":")[2] for name in texts(LANGUAGES[0]) if name.startswith("key.")]
    for name in value:
        if name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.5)
            raise ConfigError("config_no_action", path, key=f"[keymap] {name}", names=", ".join(near or known[:3]))
