import pytest

from reviewdocs.web.forms import safe_name


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("report.docx", "report.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\report.docx", "report.docx"),
        (".hidden", "hidden"),
        ("..", "document"),
        ("", "document"),
        ("a\x00b\u202egnp.docx", "abgnp.docx"),
        ('a<b>:"|?*.docx', "ab.docx"),
        ("x" * 300 + ".docx", "x" * 150 + ".docx"),
    ],
)
def test_a_name_lies_in_one_folder_and_nowhere_else(told: str, kept: str) -> None:
    assert safe_name(told) == kept
