"""From a file to passages: text, pages, sections, footnotes, each letter with its place in the raw text."""
