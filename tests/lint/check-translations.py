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


# What a reader of Japanese stumbles over, in the words of the window: a colon, a bracket or a question mark of
# the Latin script behind a Japanese word, and a space between a figure and what it counts.
JAPANESE = '[\u3005-\u30ff\u3400-\u9fff]'
FIGURE = r'%(?:\d\$)?[sdu]'
SLIPS = {
    'Latin colon': re.compile('(?:%s|%s|_[A-Z]\\)):(?: |$)' % (JAPANESE, FIGURE)),
    'Latin bracket': re.compile('%s\\((?!_[A-Z]\\))' % JAPANESE),
    'Latin question mark': re.compile('%s[?!]' % JAPANESE),
    'space before what is counted': re.compile('%s[ \u00a0](?:[件人名個日年]|%%%%)' % FIGURE),
}
WINDOW = re.compile(r'(?:^| )(?:src/(?:ui|summary|labels)|ui)/')


def list_slips(name, words):
    for entry in words.split('\n\n'):
        if not WINDOW.search(' '.join(re.findall('^#: (.*)$', entry, re.M))):
            continue
        for text in re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', entry, re.M):
            for slip, pattern in SLIPS.items():
                if pattern.search(text):
                    yield '%s: %s: “%s”' % (name, slip, text)


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
    check = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', str(merged)],
                           capture_output=True, text=True)
    if check.returncode != 0:
        faults.append(check.stderr)
    if language == 'ja':
        plain = subprocess.run(['msgcat', '--no-wrap', str(merged)], check=True, capture_output=True, text=True)
        faults += list_slips('po/ja.po', plain.stdout)
lint.finish(faults)
