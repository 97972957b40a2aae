#!/usr/bin/env python3
"""Rooms include only the rooms they may know, and foreign libraries stay in theirs (src/README.md)."""
import re

import lint

KNOWS = {
    'core': set(),
    'labels': {'core'},
    'extract': {'core'},
    'store': {'core'},
    'query': {'core'},
    'frameworks': {'core'},
    'charts': {'core'},
    'import': {'core', 'extract', 'store'},
    'summary': {'core', 'labels', 'store', 'query', 'charts'},
    'cli': {'core', 'labels', 'extract', 'store', 'query', 'frameworks', 'charts', 'import', 'summary'},
    'ui': {'core', 'labels', 'extract', 'store', 'query', 'frameworks', 'charts', 'import', 'summary'},
}
FOREIGN = {
    'sqlite3.h': {'store'},
    'libxml/': {'extract', 'frameworks'},
    'poppler': {'extract'},
    'archive.h': {'extract', 'frameworks'},
    'gtk/': {'ui'},
    'gdk/': {'ui'},
    'adwaita.h': {'ui'},
    'cairo': {'charts', 'ui'},
    'pango': {'charts', 'ui'},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)


def faults_of(path):
    room = path.parent.name
    for header in INCLUDE.findall(path.read_text(encoding='utf-8')):
        owner = header.split('/')[0]
        if owner in KNOWS and owner != room and owner not in KNOWS[room]:
            yield '%s: %s may not know %s' % (path.relative_to(lint.ROOT), room, header)
        for name, rooms in FOREIGN.items():
            if header.startswith(name) and room not in rooms:
                yield '%s: %s belongs to %s' % (path.relative_to(lint.ROOT), header, ', '.join(sorted(rooms)))


files = list(lint.sources('src/*/*.c', 'src/*/*.h'))
lint.finish([fault for path in files for fault in faults_of(path)] or ([] if files else ['no sources found']))
