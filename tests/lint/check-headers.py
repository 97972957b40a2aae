#!/usr/bin/env python3
"""Each function that a header declares has a docstring: a comment that begins with its name, or, where
one line says it all, a `/** … */` right above it."""
import re

import lint

DECLARATION = re.compile(r'^(?:[A-Za-z_][\w\s]*?[\s*]+)(jkb_\w+) \(', re.M)


def faults_of(path):
    text = path.read_text(encoding='utf-8')
    code = re.sub(r'/\*.*?\*/', lambda m: ' ' * len(m.group()), text, flags=re.S)
    for match in DECLARATION.finditer(code):
        name = match.group(1)
        if name.endswith('_get_type') or text[:match.start()].rstrip().endswith('*/'):
            continue
        if not re.search(r'^ \* %s:' % name, text, re.M):
            yield '%s: %s has no docstring' % (path.relative_to(lint.ROOT), name)


lint.finish([fault for path in lint.sources('src/*/*.h') for fault in faults_of(path)])
