import pytest

from milpa.web.uploads.names import safe_name


@pytest.mark.parametrize(
    ("sent", "kind", "kept"),
    [
        ("foto.jpg", "webp", "foto.webp"),
        ("../../etc/passwd", "pdf", "passwd.pdf"),
        ("C:\\Users\\Ana\\acta final.pdf", "pdf", "acta final.pdf"),
        ("factura\u202efdp.exe", "pdf", "facturafdp.pdf"),
        ("línea\r\nSet-Cookie: x.pdf", "pdf", "líneaSet-Cookie x.pdf"),
        ("acta.pdf.exe", "pdf", "acta.pdf.pdf"),
        ("...", "pdf", "archivo.pdf"),
        ("", "csv", "archivo.csv"),
        ("Kʼicheʼ ñandú.docx", "docx", "Kʼicheʼ ñandú.docx"),
        ("a" * 400 + ".pdf", "pdf", "a" * 116 + ".pdf"),
        ("e\u0301l.pdf", "pdf", "él.pdf"),
        ('x"; filename="y.html', "pdf", "x ; filename= y.pdf"),
    ],
)
def test_a_name_keeps_its_words_and_nothing_else(sent: str, kind: str, kept: str) -> None:
    assert safe_name(sent, kind) == kept
