"""Structured data in and out: YAML now, workbook and chronologies later."""
