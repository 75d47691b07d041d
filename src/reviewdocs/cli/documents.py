"""Commands that make documents from data: draft, letters, templates."""

from __future__ import annotations
