"""What leaves Milpa as a file: PDF, DOCX, XLSX and CSV."""
