"""Vault-relative paths as text; nothing here touches the file system."""

import re

NOTE_SUFFIXES = ("md", "markdown")
ATTACHMENT = re.compile(
    r"\.(?:3gp|7z|aac|avi|avif|base|bib|bmp|c|canvas|cfg|clj|conf|cpp|css|csv|db|docx?|drawio|edn"
    r"|eml|epub|excalidraw|flac|gif|go|gz|heic|html?|ics|ini|ipynb|java|jpe?g|js|json|jsonl|key"
    r"|log|m4a|mkv|mobi|mov|mp3|mp4|odp|ods|odt|ogg|ogv|opus|org|pages|pdf|php|plist|png|pptx?|psd"
    r"|py|r|rar|rb|rs|rss|rtf|sh|sql|srt|svg|tar|tex|tgz|tiff?|toml|ts|tsv|tsx|txt|wav|webm|webp"
    r"|xlsx?|xml|ya?ml|zip)\Z",
    re.IGNORECASE,
)
"""Endings of files that are no entries, for targets that are not in the vault."""


def folder_of(path: str) -> str:
    """The folder that holds a path; empty for the vault itself."""
    return path.rpartition("/")[0]


def name_of(path: str) -> str:
    """The last part of a path, without a note's ending."""
    return without_suffix(path.rpartition("/")[2])


def without_suffix(path: str) -> str:
    """A path without a note's ending."""
    stem, dot, suffix = path.rpartition(".")
    is_note = dot and suffix.lower() in NOTE_SUFFIXES and stem and not stem.endswith("/")
    return stem if is_note else path


def join(folder: str, target: str) -> str | None:
    """The path that a relative target means, or None where it leaves the vault."""
    parts = folder.split("/") if folder else []
    for part in target.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def is_dotted(target: str) -> bool:
    """Whether a target says by `./` or `../` that it is relative to its source."""
    return target.startswith(("./", "../")) or target in (".", "..")
