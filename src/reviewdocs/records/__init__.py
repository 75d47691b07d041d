"""Structured data in and out: YAML and workbooks; chronologies later."""
