#!/usr/bin/env python3
"""Every translation is complete, and every file with translatable words is in POTFILES.in."""
import re
import subprocess

import lint

MARKED = {
    '.c': re.compile(r'\b(?:N?C?_|ngettext|g_dngettext|NC_)\s*\('),
    '.ui': re.compile(r'translatable="(?:yes|true)"'),
}


def is_marked(path):
    pattern = MARKED.get(path.suffix)
    return pattern is not None and pattern.search(path.read_text(encoding='utf-8')) is not None


listed = {line.strip() for line in (lint.ROOT / 'po/POTFILES.in').read_text().splitlines()
          if line.strip() and not line.startswith('#')}
faults = ['po/POTFILES.in: %s is not there' % name for name in sorted(listed) if not (lint.ROOT / name).exists()]
for path in lint.sources('src/*/*.c', 'ui/*.ui'):
    name = str(path.relative_to(lint.ROOT))
    if is_marked(path) and name not in listed:
        faults.append('po/POTFILES.in: %s is missing' % name)

template = lint.BUILD / 'lint-translations.pot'
subprocess.run(['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
                '--keyword=NC_:1c,2', '--keyword=ngettext:1,2', '--output=%s' % template,
                '--files-from=%s' % (lint.ROOT / 'po/POTFILES.in'), '--directory=%s' % lint.ROOT],
               check=True, capture_output=True)
for language in (lint.ROOT / 'po/LINGUAS').read_text().split():
    merged = lint.BUILD / ('lint-%s.po' % language)
    subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file=%s' % merged,
                    str(lint.ROOT / ('po/%s.po' % language)), str(template)], check=True)
    for kind in ('--untranslated', '--only-fuzzy'):
        left = subprocess.run(['msgattrib', kind, '--no-wrap', str(merged)], check=True, capture_output=True, text=True)
        for words in re.findall(r'^msgid "(.+)"$', left.stdout, re.M):
            faults.append('po/%s.po: %s: “%s”' % (language, kind.strip('-'), words))
    check = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', str(merged)], capture_output=True, text=True)
    if check.returncode != 0:
        faults.append(check.stderr)
lint.finish(faults)
