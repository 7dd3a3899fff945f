"""Scanned pages: a picture becomes words and ruling lines, from which the PDF reader makes its tables and paragraphs.

Whatever imports numpy, OpenCV or the recogniser is imported by way of `extra` alone, where they are installed.
"""
