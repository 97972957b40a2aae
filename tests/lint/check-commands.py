#!/usr/bin/env python3
"""The commands that README and --help show do run: each `jikenbo-cli …` line ends with status 0."""
import os
import pathlib
import re
import shlex
import subprocess
import tempfile

import lint

CLI = lint.BUILD / 'src/cli/jikenbo-cli'
LINE = re.compile(r'^\s*(?:\$ )?(jikenbo-cli .+?)\s*$', re.M)


def helps():
    first = subprocess.run([CLI, '--help'], check=True, capture_output=True, text=True).stdout
    yield first
    for command in re.findall(r'^  ([a-z]+)\s{2,}', first, re.M):
        yield subprocess.run([CLI, command, '--help'], check=True, capture_output=True, text=True).stdout


def examples():
    text = (lint.ROOT / 'README.md').read_text(encoding='utf-8')
    for block in re.findall(r'^```sh\n(.*?)^```', text, re.M | re.S):
        yield from LINE.findall(block)
    for text in helps():
        after = text.split('Examples:', 1)
        if len(after) == 2:
            yield from LINE.findall(after[1])


def run(line, folder):
    command = line.replace('jikenbo-cli', shlex.quote(str(CLI)), 1)
    environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=folder, LC_ALL='C.UTF-8')
    return subprocess.run(['sh', '-c', command], cwd=folder, env=environment, capture_output=True, text=True,
                          timeout=60)


faults = []
with tempfile.TemporaryDirectory() as folder:
    # The examples speak of notice.txt, notice.html and a folder notices, as a user would have them.
    samples = lint.ROOT / 'data/samples'
    notice = next(iter(sorted(samples.glob('*.txt')))).read_bytes()
    (pathlib.Path(folder) / 'notices').mkdir()
    for name in ('notice.txt', 'notices/first.txt'):
        (pathlib.Path(folder) / name).write_bytes(notice)
    (pathlib.Path(folder) / 'notice.html').write_bytes(next(iter(sorted(samples.glob('*.html')))).read_bytes())
    lines = list(dict.fromkeys(examples()))
    for line in lines:
        result = run(line, folder)
        if result.returncode != 0:
            faults.append('%s\n  status %d %s' % (line, result.returncode, result.stderr.strip()))
if not lines:
    faults.append('neither README.md nor --help shows a command')
lint.finish(faults)
