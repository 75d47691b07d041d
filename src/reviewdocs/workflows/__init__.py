"""One file a job; faces call these and nothing below."""
