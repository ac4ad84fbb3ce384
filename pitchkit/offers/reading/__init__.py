"""A buyer's files, read: Word, Excel, CSV, Markdown and PDF become papers, and papers become requirements and criteria."""
