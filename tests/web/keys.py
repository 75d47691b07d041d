"""Somebody without a mouse: everything is reached by Tab, and done by keys."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Download, Page, TimeoutError

_MOST = 400
_ATTEMPTS, _CHOOSER_MS = 5, 6_000
_CALLED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  const labelled = (at.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id));
  const names = [at.getAttribute("aria-label"), ...labelled.map((each) => each?.textContent),
                 ...[...(at.labels || [])].map((label) => label.textContent)].filter(Boolean);
  return (names.length ? names.join(" ") : at.textContent || at.value || "").replace(/\\s+/g, " ").trim();
}"""
"""What the element that has the focus is called, near enough."""


class Keys:
    """Hands on a keyboard.

    Args:
        page: in front of them.
    """

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """A text, in place of what stands in the field."""
        self.press("Control+A")
        self.page.keyboard.type(text)

    def to(self, name: str, *, exact: bool = False, kind: str = "*") -> None:
        """On with Tab to what is called so, and is of a kind (a CSS selector)."""
        met: list[str] = []
        for _ in range(_MOST):
            self.press("Tab")
            called = str(self.page.evaluate(_CALLED))
            met.append(called[:40])
            is_kind = self.page.evaluate("kind => document.activeElement?.matches(kind)", kind)
            if is_kind and (called == name if exact else name in called):
                return
        raise AssertionError(f"no Tab leads to {name!r}: {met[:60]}")

    def follow(self, name: str, *, exact: bool = False) -> None:
        """Reach a link or button, and press Enter on it."""
        self.to(name, exact=exact, kind="a, button")
        if self.page.evaluate("document.activeElement.matches('[download], [href^=\"#\"]')"):
            return self.press("Enter")
        with self.page.expect_navigation():
            self.press("Enter")

    def fill(self, name: str, text: str) -> None:
        """Reach a field and type into it."""
        self.to(name, kind="input, textarea")
        self.type(text)

    def attach(self, name: str, file: Path) -> None:
        """Reach a field for files, and choose one."""
        self.to(name, kind="input[type=file]")
        for attempt in range(_ATTEMPTS):
            try:
                with self.page.expect_file_chooser(timeout=_CHOOSER_MS) as waiting:
                    self.press("Enter")
                return waiting.value.set_files(file)
            except TimeoutError:  # a browser that has just taken a file away may not have listened
                if attempt == _ATTEMPTS - 1:
                    raise

    def take(self, name: str, *, exact: bool = False) -> Download:
        """Take a file away by its link."""
        with self.page.expect_download() as waiting:
            self.follow(name, exact=exact)
        return waiting.value
