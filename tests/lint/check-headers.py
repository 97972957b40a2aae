#!/usr/bin/env python3
"""Each public function that a header declares has a docstring that begins with its name."""
import re

import lint

DECLARATION = re.compile(r'^(?:[A-Za-z_][\w\s]*?[\s*]+)(jkb_\w+) \(', re.M)


def faults_of(path):
    text = path.read_text(encoding='utf-8')
    code = re.sub(r'/\*.*?\*/', lambda m: ' ' * len(m.group()), text, flags=re.S)
    for name in DECLARATION.findall(code):
        if name.endswith('_get_type'):
            continue
        if not re.search(r'^ \* %s:' % name, text, re.M):
            yield '%s: %s has no docstring' % (path.relative_to(lint.ROOT), name)


lint.finish([fault for path in lint.sources('src/*/*.h') for fault in faults_of(path)])
