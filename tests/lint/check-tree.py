#!/usr/bin/env python3
"""The top folder holds what the design names, sources stay readable in size, nothing is left behind."""
import re

import lint

TOP = {'meson.build', 'README.md', 'COPYING', 'src', 'data', 'po', 'ui', 'tests', 'flatpak', 'dev'}
LEFT_BEHIND = re.compile(r'\b(?:TODO|FIXME|XXX|HACK)\b')
LINES_MAX = 600

faults = ['%s: not in the top folder' % path.name for path in sorted(lint.ROOT.iterdir())
          if path.name not in TOP and not path.name.startswith(('.', '_build'))]
for path in lint.sources('src/*/*.[ch]', 'tests/*/*.[ch]', 'tests/*/*.py', 'ui/*', 'dev'):
    if path == lint.ROOT / 'tests/lint/check-tree.py':
        continue
    text = path.read_text(encoding='utf-8')
    name = path.relative_to(lint.ROOT)
    if LEFT_BEHIND.search(text):
        faults.append('%s: left behind: %s' % (name, LEFT_BEHIND.search(text).group()))
    if name.parts[0] == 'src' and text.count('\n') > LINES_MAX:
        faults.append('%s: %d lines; does it hold two ideas?' % (name, text.count('\n')))
    if path.suffix in ('.c', '.h') and 'SPDX-License-Identifier: GPL-3.0-or-later' not in text[:200]:
        faults.append('%s: no licence line' % name)
lint.finish(faults)
