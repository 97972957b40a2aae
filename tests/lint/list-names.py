#!/usr/bin/env python3
"""Prints the words of all public names (functions, types, values of the headers), for a spelling check.

usage: list-names.py ROOT
"""
import pathlib
import re
import sys

words = set()
for header in sorted(pathlib.Path(sys.argv[1]).glob('src/*/*.h')):
    for name in re.findall(r'\b(?:jkb_[a-z0-9_]+|JKB_[A-Z0-9_]+|Jkb[A-Za-z]+)', header.read_text(encoding='utf-8')):
        words.update(re.findall(r'[A-Z]?[a-z]+', name) if name.startswith('Jkb') else name.lower().split('_'))
print('\n'.join(sorted(words)))
